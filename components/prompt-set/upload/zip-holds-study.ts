const endBytes = 22
const commentBytes = 65_535
const endMark = 0x06054b50

/**
 * Whether a .zip names a study.yaml in the directory at its end; nothing is unpacked. Where the directory cannot be read
 * the answer is yes: the server opens the file and says what is wrong with it.
 */
export async function zipHoldsStudy(file: Blob): Promise<boolean> {
  const tail = new DataView(await file.slice(-(endBytes + commentBytes)).arrayBuffer())
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endMark) continue
    const [size, start] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)]
    if (start + size > file.size) return true
    const directory = await file.slice(start, start + size).text()
    return directory.includes('study.yaml')
  }
  return true
}
