import { useTranslations } from 'next-intl'

/** What is put on record, and the word for it on screen; an action of a later version shows under its own name. */
export const actionWords = {
  'account.set_up': 'accountSetUp',
  'account.invited': 'accountInvited',
  'account.invitation_renewed': 'accountInvitationRenewed',
  'account.joined': 'accountJoined',
  'account.password_changed': 'accountPasswordChanged',
  'account.profile_changed': 'accountProfileChanged',
  'account.disabled': 'accountDisabled',
  'account.enabled': 'accountEnabled',
  'account.erased': 'accountErased',
  'account.simulated': 'accountSimulated',
  'affiliation.declared': 'affiliationDeclared',
  'affiliation.withdrawn': 'affiliationWithdrawn',
  'study.imported': 'studyImported',
  'study.enrolled': 'studyEnrolled',
  'study.open': 'studyOpen',
  'study.paused': 'studyPaused',
  'study.closed': 'studyClosed',
  'study.unsealed': 'studyUnsealed',
  'study.exported': 'studyExported',
  'study.rules_changed': 'studyRulesChanged',
  'study.rubric_repaired': 'studyRubricRepaired',
  'import.discarded': 'importDiscarded',
  'rating.submitted': 'ratingSubmitted',
  'rating.corrected': 'ratingCorrected',
  'release.published': 'releasePublished',
  'lot.formed': 'lotFormed',
  'lot.inspected': 'lotInspected',
  'lot.decided': 'lotDecided',
  'rater.level_set': 'raterLevelSet',
  'rater.warned': 'raterWarned',
  'rater.paused': 'raterPaused',
  'rater.resumed': 'raterResumed',
  'rater.recalibration_asked': 'raterRecalibrationAsked',
  'appeal.sent': 'appealSent',
  'appeal.answered': 'appealAnswered',
  'rater.excluded': 'raterExcluded',
  'rater.restored': 'raterRestored',
  'arbitration.decided': 'arbitrationDecided',
  'arbitration.cause_named': 'arbitrationCauseNamed',
  'anchor.made': 'anchorMade',
  'anchor.retired': 'anchorRetired',
  'calibration.begun': 'calibrationBegun',
  'calibration.passed': 'calibrationPassed',
  'calibration.missed': 'calibrationMissed',
  'calibration.admit': 'calibrationAdmit',
  'calibration.decline': 'calibrationDecline',
  'calibration.another': 'calibrationAnother',
  'task.handed_back': 'taskHandedBack',
} as const

type Word = (typeof actionWords)[keyof typeof actionWords]
const known: ReadonlyMap<string, Word> = new Map(Object.entries(actionWords))

export function useActionWord(): (action: string) => string {
  const t = useTranslations('audit.actions')
  return (action) => {
    const word = known.get(action)
    return word ? t(word) : action
  }
}
