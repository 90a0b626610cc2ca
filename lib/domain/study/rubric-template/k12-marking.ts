import { described, level, rubricOf, type RubricTemplate } from './rubric-template'

const content = described(
  'content',
  {
    name: { zh: '答案要点', en: 'Marking points' },
    question: {
      zh: '对照参考答案和得分点，答对了多少？',
      en: 'Against the reference and the marking points: how much is right?',
    },
    levels: [
      level(
        ['未得分', 'No marks'],
        ['没有作答，或没有答对任何得分点。', 'No answer, or none of the marking points.'],
      ),
      level(['少量', 'Few'], ['答对约四分之一的得分点。', 'About a quarter of the marking points.']),
      level(['半数', 'Half'], ['答对约一半的得分点。', 'About half of the marking points.']),
      level(
        ['大部分', 'Most'],
        ['答对约四分之三，主要得分点齐全。', 'About three quarters, the main points among them.'],
      ),
      level(['满分', 'All'], ['得分点全部答对。', 'All marking points.']),
    ],
  },
  0,
)

const steps = described(
  'steps',
  {
    name: { zh: '过程与依据', en: 'Steps and reasons' },
    question: {
      zh: '解题步骤是否完整、合理？论述是否有依据？',
      en: 'Are the steps complete and sound, the claims backed?',
    },
    levels: [
      level(['无', 'None'], ['没有过程，或过程全错。', 'No steps, or all of them wrong.']),
      level(
        ['薄弱', 'Weak'],
        ['只有零散步骤，关键处缺失或有误。', 'Scattered steps; the key one is missing or wrong.'],
      ),
      level(
        ['部分', 'Partial'],
        ['思路正确，缺少必要步骤。', 'The right idea with necessary steps missing.'],
      ),
      level(
        ['较完整', 'Nearly complete'],
        ['步骤基本完整，个别处不严谨。', 'Nearly complete; loose in places.'],
      ),
      level(['完整', 'Complete'], ['步骤完整，推理严谨，依据充分。', 'Complete, rigorous and well backed.']),
    ],
  },
  0,
)

const presentation = described(
  'presentation',
  {
    name: { zh: '书写规范', en: 'Presentation' },
    question: {
      zh: '用语、符号、单位和格式是否符合学科规范？',
      en: 'Are terms, signs, units and form those of the subject?',
    },
    levels: [
      level(['不规范', 'Not kept'], ['多处不合规范，影响判读。', 'Broken in many places; hard to mark.']),
      level(['基本规范', 'Mostly kept'], ['有少量不规范之处。', 'A few lapses.']),
      level(['规范', 'Kept'], ['符合学科规范。', 'As the subject asks.']),
    ],
  },
  0,
)

export const k12Marking: RubricTemplate = {
  name: 'k12-marking',
  title: { zh: 'K12 阅卷', en: 'K12 marking' },
  about: {
    zh: '按得分点、过程和规范阅卷，适合有参考答案的学科试题。',
    en: 'Marks by points, steps and presentation; for papers with reference answers.',
  },
  concernsText: true,
  rubric: rubricOf([
    { ...content, weight: 3 },
    { ...steps, weight: 1.5 },
    { ...presentation, weight: 0.5 },
  ]),
  abilities: [],
}
