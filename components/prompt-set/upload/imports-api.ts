import type { ImportView, StartedImport } from '@/lib/domain/bundle/import-view'
import type { ErrorCode, Problem } from '@/lib/domain/user-error'
import type { PickedFile } from './picked-files'

/** The door to imports said no; in words the admin can act on. */
export class ImportRefused extends Error {
  constructor(
    readonly refusal: { code: ErrorCode; message: string; problems?: Problem[]; problemCount?: number },
  ) {
    super(refusal.message)
  }
}

/** Small enough to be sent again without pain, large enough not to be slow. */
const partBytes = 4 * 1024 * 1024

export const startImport = (label: string) => post<StartedImport>('', { label })
export const checkImport = (id: string) => post<ImportView>(`/${id}/check`, {})
export const confirmImport = (id: string) => post<ImportView>(`/${id}/confirm`, {})
export const importView = (id: string) => call<ImportView>(`/${id}`, {})

/** Sends every file part by part; `sent` hears how many bytes have arrived. */
export async function uploadFiles(
  id: string,
  files: PickedFile[],
  sent: (bytes: number) => void,
): Promise<void> {
  let arrived = 0
  for (const { path, file } of files) {
    const parts = Math.max(1, Math.ceil(file.size / partBytes))
    for (let part = 0; part < parts; part++) {
      const body = file.slice(part * partBytes, (part + 1) * partBytes)
      const query = new URLSearchParams({ path, part: String(part) })
      await call(`/${id}/files?${query}`, {
        method: 'PUT',
        body,
        headers: { 'Content-Type': 'application/octet-stream' },
      })
      arrived += body.size
      sent(arrived)
    }
  }
}

function post<T>(path: string, body: object): Promise<T> {
  return call<T>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  })
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/api/v1/imports${path}`, init).catch(() => null)
  if (!response) throw new ImportRefused({ code: 'unavailable', message: '' })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as T
  throw new ImportRefused(
    (answer as { error?: ImportRefused['refusal'] } | null)?.error ?? { code: 'internal', message: '' },
  )
}
