import { zipHoldsStudy } from './zip-holds-study'

/** A file of a bundle, under its path in the dropped folder. */
export type PickedFile = { path: string; file: File }

/** Files chosen through a file input; a chosen folder keeps its paths. */
export function chosenFiles(list: FileList): PickedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isOurs)
}

/** Everything that was dropped, folders walked to their end. */
export async function droppedFiles(transfer: DataTransfer): Promise<PickedFile[]> {
  // The list is emptied once this turn of the event loop ends: entries are taken out of it first.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  return (await Promise.all(entries.map(walk))).flat().filter(isOurs)
}

async function walk(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (isFile(entry)) return [{ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) }]
  if (!isDirectory(entry)) return []
  return (await Promise.all((await childrenOf(entry)).map(walk))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A reader hands out a hundred entries at a time, and none when it has come to the end. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** Systems leave files of their own in folders. */
function isOurs({ path }: PickedFile): boolean {
  return !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db')
}

export function isZip(files: PickedFile[]): boolean {
  return files.length === 1 && files[0] !== undefined && /\.zip$/i.test(files[0].path)
}

/** Whether what was picked says how the study is judged. */
export async function holdsStudy(files: PickedFile[]): Promise<boolean> {
  const [first] = files
  if (first && isZip(files)) return zipHoldsStudy(first.file)
  return files.some(({ path }) => path.split('/').at(-1) === 'study.yaml')
}

/** Where a study.yaml written here goes: beside the prompts. */
export function withStudy(files: PickedFile[], yaml: string): PickedFile[] {
  const prompts = files.find(({ path }) => path.split('/').at(-1) === 'prompts.jsonl')
  const folder = prompts?.path.slice(0, -'prompts.jsonl'.length) ?? ''
  return [
    ...files,
    { path: `${folder}study.yaml`, file: new File([yaml], 'study.yaml', { type: 'text/yaml' }) },
  ]
}

/** What to call it in the history: the folder, the .zip, or the first file. */
export function labelOf(files: PickedFile[]): string {
  const first = files[0]?.path ?? ''
  const folder = first.includes('/') ? first.split('/')[0] : undefined
  return folder ?? (files.length > 1 ? `${first} + ${files.length - 1}` : first)
}
