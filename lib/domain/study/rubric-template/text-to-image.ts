import { described, level, rubricOf, type RubricTemplate } from './rubric-template'

const consistency = described(
  'sc',
  {
    name: { zh: '语义一致性', en: 'Semantic consistency' },
    question: { zh: '图像是否画出了提示词要求的内容？', en: 'Does the image show what the prompt asks for?' },
    levels: [
      level(
        ['不一致', 'Not met'],
        ['主要对象、数量或关系与提示词不符。', 'The main objects, their number or relations do not match.'],
      ),
      level(
        ['部分一致', 'Partly met'],
        ['主要对象在，部分要求没有体现。', 'The main objects are there; part of the prompt is not.'],
      ),
      level(['一致', 'Met'], ['提示词的要求全部体现。', 'All that the prompt asks for is there.']),
    ],
  },
  0,
)

const quality = described(
  'pq',
  {
    name: { zh: '感知质量', en: 'Perceptual quality' },
    question: {
      zh: '不看提示词，图像本身是否自然、完好？',
      en: 'The prompt aside: is the image natural and whole?',
    },
    levels: [
      level(
        ['差', 'Bad'],
        ['有严重畸变、伪影或不可辨认的部分。', 'Severe distortion, artefacts, or parts beyond recognition.'],
      ),
      level(
        ['尚可', 'Acceptable'],
        ['有可见瑕疵，但不影响整体。', 'Visible flaws that do not spoil the whole.'],
      ),
      level(['好', 'Good'], ['自然、清晰，看不出明显瑕疵。', 'Natural and clear, without visible flaws.']),
    ],
  },
  0,
)

export const textToImage: RubricTemplate = {
  name: 'text-to-image',
  title: { zh: '文生图', en: 'Text to image' },
  about: {
    zh: '语义一致性与感知质量两个维度，各三级。',
    en: 'Semantic consistency and perceptual quality, three levels each.',
  },
  concernsText: false,
  rubric: { ...rubricOf([consistency, quality]), derived: [{ id: 'overall', formula: 'sqrt(sc * pq)' }] },
  abilities: [],
}
