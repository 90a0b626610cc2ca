import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Query } from '@/cli/stats/query'
import { readLabels, readRatings, type NamedRatings } from '@/cli/stats/ratings-input'

/** Real ratings with what independent programs make of them. They lie beside the project where it is developed. */
const folder = path.join(import.meta.dirname, '../../../../shared/data')

export const isHere = existsSync(folder)

export const stated = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(folder, 'expected', `${name}.json`), 'utf8'))

export const ratingsFile = (name: string, file = 'ratings.csv') => path.join(folder, 'ratings', name, file)

type Columns = { item: string; rater: string; value: string; where?: string[] }

export const ratingsOf = (file: string, columns: Columns): Promise<NamedRatings> =>
  readRatings(new Query('figures', file, columns))

export const labelsOf = (file: string, columns: Columns) => readLabels(new Query('figures', file, columns))
