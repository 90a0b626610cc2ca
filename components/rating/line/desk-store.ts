import type { Fingerprint } from '@/lib/domain/rating/carried-draft'
import type { ClosedBecause } from '@/lib/domain/rating/closed-because'
import type { Draft } from '@/lib/domain/rating/draft'
import type { RatingInput } from '@/lib/domain/rating/rating'
import type { KeptTexts } from './kept-texts'

export type KeptDraft = { draft: Draft; dwellMs: number }

/** A rating on its way: what is sent, word for word at every attempt. */
export type Queued = { queuedAt: number; input: RatingInput; print: Fingerprint }

/** A draft that the server will not take any more; it stays until its rater lets go of it. */
export type LostDraft = {
  assignmentId: string
  /** `closed`: kept by an earlier version, which knew no more. */
  why: 'lost' | 'taken' | 'closed' | ClosedBecause
  draft: Draft
  print: Fingerprint
}

type Kinds = { draft: KeptDraft; queued: Queued; lost: LostDraft }

/**
 * What one rater keeps on this device for one study, each under a name of its own so that two tabs do not overwrite
 * each other. `owner` is an opaque word for the rater: another person on the same browser never sees these.
 */
export class DeskStore {
  readonly #texts: KeptTexts
  readonly #prefix: string

  constructor(texts: KeptTexts, owner: string, slug: string) {
    this.#texts = texts
    this.#prefix = `mangping.desk.${owner}.${slug}.`
  }

  draft(id: string): KeptDraft | null {
    return this.#read('draft', id)
  }

  keepDraft(id: string, kept: KeptDraft): boolean {
    return this.#write('draft', id, kept)
  }

  /** In the order in which they were submitted. */
  queue(): Queued[] {
    return this.#all('queued').sort((one, other) => one.queuedAt - other.queuedAt)
  }

  enqueue(queued: Queued): boolean {
    return this.#write('queued', queued.input.assignmentId, queued)
  }

  unqueue(id: string): void {
    this.#texts.remove(this.#name('queued', id))
  }

  lost(): LostDraft[] {
    return this.#all('lost')
  }

  /** The draft changes from "being written" to "lost", with the rating that was on its way. */
  lose(lost: LostDraft): void {
    this.forget(lost.assignmentId)
    this.#write('lost', lost.assignmentId, lost)
  }

  forget(id: string): void {
    for (const kind of ['draft', 'queued', 'lost'] as const) this.#texts.remove(this.#name(kind, id))
  }

  /** Whether a change of this name, made by another tab, concerns what is on its way here; null stands for everything. */
  ownsQueue(name: string | null): boolean {
    return name === null || name.startsWith(this.#name('queued', ''))
  }

  #name(kind: keyof Kinds, id: string): string {
    return `${this.#prefix}${kind}.${id}`
  }

  #all<K extends keyof Kinds>(kind: K): Kinds[K][] {
    const start = this.#name(kind, '')
    const ids = this.#texts
      .names()
      .flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []))
    return ids.flatMap((id) => this.#read(kind, id) ?? [])
  }

  #read<K extends keyof Kinds>(kind: K, id: string): Kinds[K] | null {
    const text = this.#texts.get(this.#name(kind, id))
    if (text === null) return null
    try {
      const kept: Kinds[K] = JSON.parse(text)
      return kept
    } catch {
      return null // cut short by a crash
    }
  }

  #write<K extends keyof Kinds>(kind: K, id: string, kept: Kinds[K]): boolean {
    return this.#texts.set(this.#name(kind, id), JSON.stringify(kept))
  }
}
