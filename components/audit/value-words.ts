import { useTranslations } from 'next-intl'
import { gateIds } from '@/lib/domain/leaderboard/board'
import { causes } from '@/lib/domain/quality/arbitration/causes'
import { inspectionLevels } from '@/lib/domain/quality/spot-check/lot-plan'

const importStates = ['uploading', 'checking', 'checked', 'importing', 'done', 'refused', 'failed'] as const

/** What a word of a short list is called on screen; anything else has no word. */
const among =
  <T extends string>(list: readonly T[], say: (word: T) => string) =>
  (text: string): string | undefined => {
    const word = list.find((each) => each === text)
    return word === undefined ? undefined : say(word)
  }

/** Details whose values come from a short list, said as they are said elsewhere; the rest stands as it was kept. */
export function useValueWords(): (name: string, text: string) => string {
  const t = useTranslations()
  const ofAppeal = among(['upheld', 'declined'], (word) => t(`quality.appeals.states.${word}`))
  const ofImport = among(importStates, (word) => t(`import.history.states.${word}`))
  const words = new Map([
    ['act', (text: string) => t('audit.numbered', { number: text })],
    ['level', among(inspectionLevels, (word) => t(`quality.fingerprint.plans.${word}`))],
    ['class', among(['within', 'minor', 'major'], (word) => t(`inspect.class.${word}`))],
    ['outcome', among(['passed', 'failed'], (word) => t(`inspect.lots.state.${word}`))],
    ['by', among(['plan', 'person', 'inspector', 'meeting'], (word) => t(`audit.by.${word}`))],
    ['cause', among(causes, (word) => t(`quality.causes.${word}`))],
    [
      'reason',
      among(['enrolment', 'drift', 'rubric', 'asked'], (word) => t(`inspect.calibrations.reason.${word}`)),
    ],
    ['before', among(['active', 'calibrating', 'paused', 'finished'], (word) => t(`quality.states.${word}`))],
    ['role', among(['admin', 'inspector', 'rater'], (word) => t(`people.table.roles.${word}`))],
    ['what', among(['ratings', 'agreed'], (word) => t(`study.export.${word}`))],
    ['state', (text: string) => ofAppeal(text) ?? ofImport(text)],
    ['waived', among(gateIds, (word) => t(`leaderboards.gateNames.${word}`))],
  ])
  return (name, text) => words.get(name)?.(text) ?? text
}
