/** Leases by the server's clock; the browser's own may be anything. Times in ms. */
export class Leases {
  readonly #leases = new Map<string, { from: number; until: number }>()
  readonly #clock: () => number
  #skew = 0

  constructor(clock: () => number) {
    this.#clock = clock
  }

  note(id: string, leaseUntil: string, serverNow: number): void {
    this.#skew = serverNow - this.#clock()
    this.#leases.set(id, { from: serverNow, until: Date.parse(leaseUntil) })
  }

  /** Whether less than a third is left of what there was when the lease was last seen. */
  isShort(id: string): boolean {
    const lease = this.#leases.get(id)
    if (!lease) return false
    return lease.until - (this.#clock() + this.#skew) < (lease.until - lease.from) / 3
  }
}
