const databaseCommands = ['can-connect-to-database', 'create-database', 'drop-database']

/** What the Prisma CLI asks for, in the native engine's own flags. */
export function readCommandLine(words) {
  const valuesOf = (flag) => words.flatMap((word, at) => (word === flag ? [words[at + 1]] : []))
  const [datasource] = valuesOf('--datasource')
  return {
    wantsVersion: words.includes('--version') || words.includes('-V'),
    databaseCommand: words.includes('cli')
      ? words.find((word) => databaseCommands.includes(word))
      : undefined,
    url: datasource ? JSON.parse(datasource).url : undefined,
    datamodels: valuesOf('--datamodels'),
  }
}
