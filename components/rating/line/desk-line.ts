import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { fingerprintOf } from '@/lib/domain/rating/carried-draft'
import type { ClosedBecause } from '@/lib/domain/rating/closed-because'
import type { DeskRefusal, DeskTransport } from '@/lib/domain/rating/desk-transport'
import { isUntouched, type Draft } from '@/lib/domain/rating/draft'
import type { RatingInput } from '@/lib/domain/rating/rating'
import { fateOf, retryDelayMs, whyClosed } from '@/lib/domain/rating/sending'
import type { DeskStore, LostDraft, Queued } from './desk-store'
import { Leases } from './leases'
import { lineAtStart, phaseOf, type LineState } from './line-state'

type Parts = {
  transport: DeskTransport
  store: DeskStore
  hold: number
  clock: () => number
  random: () => number
  exclusively: (work: () => Promise<void>) => Promise<void>
  /** A calibration comes first; it has a page of its own. */
  onCalibrates?: (() => void) | undefined
}

/**
 * The line of work behind the desk: tasks ahead, ratings on their way. Enter puts a rating into the queue and shows the
 * next task at once; the queue is sent in order behind the rater's back, each rating once, and "saved" is said only
 * after the server's word. One request at a time, so that answers never cross.
 */
export class DeskLine {
  readonly #parts: Parts
  readonly #leases: Leases
  readonly #listeners = new Set<() => void>()
  readonly #sent = new Set<string>()
  readonly #leaving = new Map<string, BlindTask>()
  #state = lineAtStart
  #running = false
  #again = false
  #wantsClaim = true
  #stopped = false
  #attempt = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#leases = new Leases(parts.clock)
  }

  readonly snapshot = (): LineState => this.#state
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  start(): void {
    this.#stopped = false
    this.refresh()
  }

  /** Leaves the desk: what waits is still sent, but nothing is claimed or tried again. */
  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  /** Asks the server what is held, after sending what waits. */
  refresh(): void {
    this.#wantsClaim = true
    void this.pump()
  }

  submit(task: BlindTask, rating: Pick<RatingInput, keyof Draft | 'dwellMs'>): void {
    const id = task.assignmentId
    // One rating per assignment: its id is the key under which a repeat is recognised, from any tab.
    const input = { assignmentId: id, idempotencyKey: id, ...rating }
    const kept = this.#parts.store.enqueue({
      queuedAt: this.#parts.clock(),
      input,
      print: fingerprintOf(task),
    })
    this.#leaving.set(id, task)
    const { pace, fields, tasks } = this.#state
    const { [id]: _fixed, ...others } = fields
    this.#set({
      kept,
      fields: others,
      tasks: tasks.filter((each) => each.assignmentId !== id),
      pace: { tasks: pace.tasks + 1, ms: pace.ms + rating.dwellMs },
    })
    void this.pump()
  }

  letGo(lost: LostDraft): void {
    this.#parts.store.forget(lost.assignmentId)
    this.#set({})
  }

  noteKept(kept: boolean): void {
    if (kept !== this.#state.kept) this.#set({ kept })
  }

  /** Sends what waits and, where wanted, claims; calls while it runs make it run once more. */
  async pump(): Promise<void> {
    this.#again = true
    if (this.#running) return
    this.#running = true
    clearTimeout(this.#timer)
    while (this.#again) {
      this.#again = false
      await this.#parts.exclusively(() => this.#work())
    }
    this.#running = false
  }

  /** Called now and then while somebody is at work: leases of tasks at hand are renewed before they end. */
  async tend(): Promise<void> {
    for (const { assignmentId } of this.#state.tasks) {
      if (!this.#leases.isShort(assignmentId)) continue
      const answer = await this.#parts.transport.extend(assignmentId)
      if (answer.ok) this.#leases.note(assignmentId, answer.value.leaseUntil, answer.serverNow)
      else if (fateOf(answer.error) === 'lost') return this.refresh()
    }
  }

  async #work(): Promise<void> {
    for (let [next] = this.#parts.store.queue(); next; [next] = this.#parts.store.queue()) {
      if (!(await this.#send(next))) return
    }
    if (!this.#stopped && (this.#wantsClaim || this.#state.tasks.length === 0)) await this.#claim()
  }

  async #send(queued: Queued): Promise<boolean> {
    const id = queued.input.assignmentId
    const answer = await this.#parts.transport.submit(queued.input)
    if (!answer.ok) return this.#refused(queued, answer.error)
    this.#sent.add(id)
    this.#leaving.delete(id)
    this.#parts.store.forget(id)
    const { task, tasks = [], progress } = answer.value
    this.#answered()
    this.#set({
      progress,
      tasks: [...this.#state.tasks, ...this.#unknown([...(task ? [task] : []), ...tasks], answer.serverNow)],
    })
    return true
  }

  #refused(queued: Queued, refusal: DeskRefusal): boolean {
    const id = queued.input.assignmentId
    const fate = fateOf(refusal)
    if (fate === 'retry' || fate === 'signIn') return this.#wait(fate)
    this.#answered()
    if (fate === 'fix') {
      this.#parts.store.unqueue(id)
      const task = this.#leaving.get(id)
      const fields = { ...this.#state.fields, [id]: refusal.fields ?? {} }
      this.#wantsClaim ||= !task
      this.#set({ fields, tasks: task ? [task, ...this.#state.tasks] : this.#state.tasks })
    } else {
      const { scores, comments, cannotJudge } = queued.input
      this.#parts.store.lose({
        assignmentId: id,
        why: fate === 'closed' ? whyClosed(refusal) : fate,
        draft: { scores, comments, cannotJudge },
        print: queued.print,
      })
      this.#wantsClaim = true
      this.#set({})
    }
    this.#leaving.delete(id)
    return true
  }

  async #claim(): Promise<void> {
    const answer = await this.#parts.transport.claim(this.#parts.hold)
    if (!answer.ok) {
      const fate = fateOf(answer.error)
      if (fate === 'retry' || fate === 'signIn') this.#wait(fate)
      else this.#close(whyClosed(answer.error))
      return
    }
    const { because, calibrates, tasks: given } = answer.value
    if (because) return this.#close(because)
    if (calibrates) return given.length > 0 ? this.#leave() : this.#close('calibrating')
    this.#wantsClaim = false
    this.#answered()
    const held = new Map(answer.value.tasks.map((task) => [task.assignmentId, task]))
    const still = this.#state.tasks.filter((task) => held.has(task.assignmentId))
    for (const gone of this.#state.tasks) if (!held.has(gone.assignmentId)) this.#lose(gone, 'lost')
    for (const [id, task] of held) this.#leases.note(id, task.leaseUntil, answer.serverNow)
    this.#set({ tasks: still })
    const tasks = [...still, ...this.#unknown([...held.values()], answer.serverNow)]
    const phase = answer.value.progress.done > 0 ? 'finished' : 'nothing'
    this.#set({ tasks, progress: answer.value.progress, phase })
  }

  /** Nothing more is taken from this rater now: what was being written stays as a lost draft. */
  #close(because: ClosedBecause): void {
    this.#wantsClaim = false
    for (const task of this.#state.tasks) this.#lose(task, because)
    this.#set({ tasks: [], phase: 'closed', because, trouble: null })
  }

  /** The desk goes on waiting, rather than flashing a task, until the calibration's page is there. */
  #leave(): void {
    this.#close('calibrating')
    this.#set({ phase: 'loading' })
    this.#parts.onCalibrates?.()
  }

  #lose(task: BlindTask, why: LostDraft['why']): void {
    const { store } = this.#parts
    const kept = store.draft(task.assignmentId)
    if (!kept || isUntouched(kept.draft)) return store.forget(task.assignmentId)
    store.lose({ assignmentId: task.assignmentId, why, draft: kept.draft, print: fingerprintOf(task) })
  }

  /** Tasks that are neither here nor on their way nor done. */
  #unknown(tasks: BlindTask[], serverNow: number): BlindTask[] {
    const queued = this.#parts.store.queue().map((each) => each.input.assignmentId)
    const known = new Set([...queued, ...this.#sent, ...this.#state.tasks.map((each) => each.assignmentId)])
    return tasks.filter((task) => {
      if (known.has(task.assignmentId)) return false
      known.add(task.assignmentId)
      this.#leases.note(task.assignmentId, task.leaseUntil, serverNow)
      return true
    })
  }

  #wait(fate: 'retry' | 'signIn'): false {
    this.#set({ trouble: fate === 'signIn' ? 'signIn' : 'offline' })
    const delay = retryDelayMs(this.#attempt, this.#parts.random)
    this.#attempt += 1
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.pump(), delay)
    return false
  }

  #answered(): void {
    this.#attempt = 0
    this.#set({ trouble: null })
  }

  #set(change: Partial<LineState>): void {
    const waiting = this.#parts.store.queue().length
    const next = { ...this.#state, ...change, waiting, lost: this.#parts.store.lost() }
    this.#state = { ...next, phase: phaseOf(next) }
    for (const listener of this.#listeners) listener()
  }
}
