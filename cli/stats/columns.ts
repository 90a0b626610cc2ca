/** A column of numbers that grows as rows come in. */
export class NumberColumn {
  #values = new Float64Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Float64Array(2 * this.length)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.length] = value
    this.length += 1
  }

  values(): Float64Array {
    return this.#values.subarray(0, this.length)
  }
}

/** A column of names: each row keeps the number of its name. */
export class NameColumn {
  readonly #numbers = new Map<string, number>()
  readonly #rows = new NumberColumn()

  push(name: string): void {
    const known = this.#numbers.get(name)
    const number = known ?? this.#numbers.size
    if (known === undefined) this.#numbers.set(name, number)
    this.#rows.push(number)
  }

  /**
   * The names in order, and for each row the place of its name among them: the same rows in another order give the same
   * numbers, and with them the same resamples.
   */
  sorted(): { names: string[]; place: Int32Array } {
    const found = [...this.#numbers.keys()].map((name, number) => ({ name, size: Number(name), number }))
    const sorted = found.toSorted(byNumberOrName)
    const placeOf = new Int32Array(found.length)
    sorted.forEach(({ number }, place) => placeOf.set([place], number))
    return {
      names: sorted.map(({ name }) => name),
      place: Int32Array.from(this.#rows.values(), (number) => placeOf[number] ?? 0),
    }
  }
}

type Name = { name: string; size: number }

/** Names that are numbers by size and before all others: 2 before 10. */
function byNumberOrName(a: Name, b: Name): number {
  const [isText, isOtherText] = [Number.isNaN(a.size), Number.isNaN(b.size)]
  if (isText !== isOtherText) return isText ? 1 : -1
  if (!isText && a.size !== b.size) return a.size - b.size
  return a.name < b.name ? -1 : Number(a.name > b.name)
}
