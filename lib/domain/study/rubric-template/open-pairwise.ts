import { abilitiesOf, described, level, rubricOf, type RubricTemplate } from './rubric-template'

const preference = described(
  'preference',
  {
    name: { zh: '对比', en: 'Preference' },
    question: {
      zh: '与基线相比，哪个回答更好？',
      en: 'Which of the two answers is better, against the baseline?',
    },
    levels: [
      level(
        ['基线更好', 'The baseline'],
        ['整体上基线的回答更好。', 'On the whole the baseline answers better.'],
      ),
      level(['相当', 'A tie'], ['难分高下，或一样好、一样差。', 'No telling them apart, for good or ill.']),
      level(
        ['该模型更好', 'The model'],
        ['整体上该模型的回答更好。', 'On the whole the model answers better.'],
      ),
    ],
  },
  -1,
)

export const openPairwise: RubricTemplate = {
  name: 'open-pairwise',
  title: { zh: '开放式两两对比', en: 'Open pairwise' },
  about: {
    zh: '两轮开放题，与固定基线两两对比，按十种能力统计。',
    en: 'Open two-turn prompts against a fixed baseline, over ten abilities.',
  },
  concernsText: true,
  rubric: rubricOf([preference]),
  abilities: abilitiesOf([
    '语义理解与抽取',
    '闲聊',
    '上下文对话',
    '角色扮演',
    '知识与百科',
    '生成与创作',
    '代码',
    '逻辑与推理',
    '计算',
    '安全',
  ]),
}
