// Imported first by every program, so that an old Node ends with this sentence and not with a stack.
const needed = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(`Mangping needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
