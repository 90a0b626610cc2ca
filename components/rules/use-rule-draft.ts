import { useState } from 'react'
import type { RuleSettings } from '@/lib/domain/quality/rule-changes/rule-settings'
import { changesBetween, writtenSettings, type Written } from './written-settings'

export type RuleDraft = ReturnType<typeof useRuleDraft>

/**
 * The rules as they are edited, and what of them has changed.
 *
 * @param spotCheckDefaults what spot checks begin with where they are turned on
 */
export function useRuleDraft(
  settings: RuleSettings,
  spotCheckDefaults: NonNullable<RuleSettings['spot_check']>,
) {
  const before = writtenSettings(settings)
  const [edited, setEdited] = useState<Written>({})
  const isOff = settings.spot_check === null
  const now: Written = { ...before, ...edited }
  const spotCheckOn = 'spot_check' in edited ? edited.spot_check !== null : !isOff

  function set(fields: Written): void {
    setEdited((known) => ({ ...known, ...fields }))
  }

  function turnSpotCheck(on: boolean): void {
    setEdited((known) => {
      const others = Object.fromEntries(
        Object.entries(known).filter(([field]) => !field.startsWith('spot_check')),
      )
      if (!on) return isOff ? others : { ...others, spot_check: null }
      return isOff
        ? { ...others, spot_check: true, ...writtenSettings({ spot_check: spotCheckDefaults }) }
        : others
    })
  }

  const { spot_check: switched, ...fields } = now
  const changes = changesBetween(
    before,
    switched === null && !isOff ? { ...before, ...fieldsBut(edited), spot_check: null } : fields,
  )
  return {
    text: (field: string) => {
      const value = now[field]
      return typeof value === 'string' ? value : ''
    },
    value: (field: string) => now[field] ?? null,
    isChanged: (field: string) => JSON.stringify(now[field]) !== JSON.stringify(before[field]),
    set,
    spotCheckOn,
    turnSpotCheck,
    changes,
    reset: () => setEdited({}),
  }
}

/** What else was edited: the figures of spot checks that are turned off are nobody's concern. */
function fieldsBut(edited: Written): Written {
  return Object.fromEntries(Object.entries(edited).filter(([field]) => !field.startsWith('spot_check')))
}
