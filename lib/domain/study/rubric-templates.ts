import { fiveLevelQuality } from './rubric-template/five-level-quality'
import { k12Marking } from './rubric-template/k12-marking'
import { openPairwise } from './rubric-template/open-pairwise'
import { sevenAbilities } from './rubric-template/seven-abilities'
import { textToImage } from './rubric-template/text-to-image'
import { textToVideo } from './rubric-template/text-to-video'
import type { RubricTemplate } from './rubric-template/rubric-template'

/** The rubrics that ship, `template:<name>` in study.yaml. */
export const rubricTemplates: RubricTemplate[] = [
  fiveLevelQuality,
  sevenAbilities,
  k12Marking,
  openPairwise,
  textToImage,
  textToVideo,
]

export const templateNames = rubricTemplates.map((each) => each.name)

export function rubricTemplate(name: string): RubricTemplate | null {
  return rubricTemplates.find((each) => each.name === name) ?? null
}
