import { described, level, rubricOf, type RubricTemplate } from './rubric-template'

const accuracy = described('accuracy', {
  name: { zh: '准确性', en: 'Accuracy' },
  question: {
    zh: '内容对不对？事实、推理和计算有没有错误？',
    en: 'Is it right? Are there errors of fact, reasoning or calculation?',
  },
  levels: [
    level(
      ['差', 'Bad'],
      ['核心内容错误或纯属编造，会误导读者。', 'The core is wrong or made up; a reader would be misled.'],
    ),
    level(['较差', 'Poor'], ['有明显错误，影响主要结论。', 'Clear errors that affect the main conclusion.']),
    level(
      ['一般', 'Fair'],
      [
        '主要结论成立，但有若干次要错误或含糊之处。',
        'The main conclusion holds; several minor errors or vague points.',
      ],
    ),
    level(
      ['良好', 'Good'],
      ['基本正确，只有不影响理解的小瑕疵。', 'Correct on the whole; only slips that change nothing.'],
    ),
    level(
      ['优秀', 'Excellent'],
      ['全部正确，经得起核对。', 'Correct throughout; it would stand up to checking.'],
    ),
  ],
})

const helpfulness = described('helpfulness', {
  name: { zh: '有用性', en: 'Helpfulness' },
  question: {
    zh: '有没有回应提问者的需求？该给的都给了吗？',
    en: 'Does it do what was asked, and leave nothing needed out?',
  },
  levels: [
    level(['差', 'Bad'], ['答非所问，或无故拒答。', 'Misses the question, or declines without cause.']),
    level(
      ['较差', 'Poor'],
      ['只沾到一点边，主要需求没有满足。', 'Touches the question; the main need is not met.'],
    ),
    level(
      ['一般', 'Fair'],
      [
        '满足主要需求，但有缺漏，或夹杂无关内容。',
        'Meets the main need with gaps or with things nobody asked for.',
      ],
    ),
    level(
      ['良好', 'Good'],
      ['满足全部明确要求，略欠周到。', 'Meets every stated request; could be more thoughtful.'],
    ),
    level(
      ['优秀', 'Excellent'],
      [
        '完整满足需求，并恰当照顾到没有明说的需要。',
        'Meets the need in full, unstated needs included, without excess.',
      ],
    ),
  ],
})

const expression = described('expression', {
  name: { zh: '表达', en: 'Expression' },
  question: { zh: '读起来是否通顺、清楚、有条理？', en: 'Is it fluent, clear and well ordered?' },
  levels: [
    level(
      ['差', 'Bad'],
      ['无法读懂：乱码、断裂或大段重复。', 'Unreadable: garbled, broken off or repeating itself.'],
    ),
    level(['较差', 'Poor'], ['勉强能读，语病多，结构混乱。', 'Hard going: many language errors, no order.']),
    level(
      ['一般', 'Fair'],
      ['能读懂，但啰嗦、生硬或条理不清。', 'Understandable, but wordy, stiff or loosely ordered.'],
    ),
    level(['良好', 'Good'], ['通顺清楚，偶有不自然之处。', 'Fluent and clear; now and then unnatural.']),
    level(
      ['优秀', 'Excellent'],
      ['自然流畅，层次分明，详略得当。', 'Natural and well built, with the right weight on each point.'],
    ),
  ],
})

export const fiveLevelQuality: RubricTemplate = {
  name: 'five-level-quality',
  title: { zh: '五级质量', en: 'Five-level quality' },
  about: {
    zh: '准确性、有用性、表达三个维度，各五级。适合大多数文本评测。',
    en: 'Accuracy, helpfulness and expression, five levels each. Suits most text studies.',
  },
  concernsText: true,
  rubric: rubricOf([accuracy, helpfulness, expression]),
  abilities: [],
}
