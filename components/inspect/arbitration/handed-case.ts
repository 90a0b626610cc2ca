import type { ArbitrationTask } from '@/lib/domain/quality/views/arbitration-view'

/** A case that one page has claimed for the next, so that the desk there begins with it at once. */
let handed: ArbitrationTask | null = null

export function handOver(task: ArbitrationTask): void {
  handed = task
}

export function handedCase(caseId: string): ArbitrationTask | null {
  return handed?.caseId === caseId ? handed : null
}

/** Once it lies on a desk it is handed over no more. */
export function handedOver(): void {
  handed = null
}
