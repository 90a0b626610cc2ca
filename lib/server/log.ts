import pino from 'pino'
import { env } from '@/lib/env'

/** One line of JSON per event, on stderr; no names, no texts, no tokens. */
export const log = pino({ level: env.LOG_LEVEL, base: null }, pino.destination({ dest: 2, sync: true }))
