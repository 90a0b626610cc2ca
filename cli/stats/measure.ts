import type { Answer } from './answer'
import type { Query } from './query'

/** A measure of the command line: reads what it needs, computes, and says what it rests on. */
export type Measure = (query: Query) => Promise<Answer>
