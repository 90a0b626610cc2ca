import { described, level, rubricOf, type RubricTemplate } from './rubric-template'

const alignment = described('alignment', {
  name: { zh: '图文一致性', en: 'Text–video alignment' },
  question: {
    zh: '视频是否表现了提示词要求的内容和动作？',
    en: 'Does the clip show the content and motion that the prompt asks for?',
  },
  levels: [
    level(['差', 'Bad'], ['与提示词基本无关。', 'Hardly related to the prompt.']),
    level(['较差', 'Poor'], ['只体现少数要求。', 'Few of the requests are met.']),
    level(
      ['一般', 'Fair'],
      ['主体相符，动作或细节有缺失。', 'The subject fits; motion or details are missing.'],
    ),
    level(['良好', 'Good'], ['绝大部分要求得到体现。', 'Nearly all requests are met.']),
    level(['优秀', 'Excellent'], ['内容、动作、风格全部相符。', 'Content, motion and style all fit.']),
  ],
})

const realism = described('realism', {
  name: { zh: '真实性', en: 'Realism' },
  question: {
    zh: '物体、人体和运动是否符合常理？',
    en: 'Do objects, bodies and motion behave as in the world?',
  },
  levels: [
    level(['差', 'Bad'], ['严重违背常理，一眼可辨。', 'Against all experience, at first sight.']),
    level(['较差', 'Poor'], ['多处形变或运动不合常理。', 'Many deformations or impossible motions.']),
    level(['一般', 'Fair'], ['大体可信，有几处破绽。', 'Believable on the whole, with several slips.']),
    level(['良好', 'Good'], ['细看才有破绽。', 'Slips only on a close look.']),
    level(
      ['优秀', 'Excellent'],
      ['与实拍难以区分，或风格自洽。', 'Hard to tell from a recording, or true to its own style.'],
    ),
  ],
})

const quality = described('quality', {
  name: { zh: '视频质量', en: 'Video quality' },
  question: { zh: '画面是否清晰、稳定、连贯？', en: 'Is the picture sharp, steady and continuous?' },
  levels: [
    level(['差', 'Bad'], ['模糊、闪烁或断裂，难以观看。', 'Blurred, flickering or broken; hard to watch.']),
    level(['较差', 'Poor'], ['经常出现模糊、闪烁或跳变。', 'Often blurred, flickering or jumping.']),
    level(['一般', 'Fair'], ['可以观看，时有瑕疵。', 'Watchable, with flaws now and then.']),
    level(
      ['良好', 'Good'],
      ['清晰连贯，偶有轻微瑕疵。', 'Sharp and continuous; slight flaws here and there.'],
    ),
    level(['优秀', 'Excellent'], ['始终清晰、稳定、连贯。', 'Sharp, steady and continuous throughout.']),
  ],
})

const aesthetics = described('aesthetics', {
  name: { zh: '美学质量', en: 'Aesthetic quality' },
  question: {
    zh: '构图、光线、色彩和镜头是否好看？',
    en: 'Are composition, light, colour and camera pleasing?',
  },
  levels: [
    level(['差', 'Bad'], ['杂乱、刺眼，没有美感。', 'Cluttered or harsh; nothing pleasing.']),
    level(['较差', 'Poor'], ['构图或色彩明显不佳。', 'Composition or colour clearly off.']),
    level(['一般', 'Fair'], ['平常，无功无过。', 'Ordinary; neither pleasing nor off.']),
    level(['良好', 'Good'], ['好看，有设计感。', 'Pleasing, with a sense of design.']),
    level(
      ['优秀', 'Excellent'],
      ['构图、光色、镜头俱佳，有感染力。', 'Composition, light and camera all fine; it moves the viewer.'],
    ),
  ],
})

export const textToVideo: RubricTemplate = {
  name: 'text-to-video',
  title: { zh: '文生视频', en: 'Text to video' },
  about: {
    zh: '图文一致性、真实性、视频质量、美学质量四个维度，各五级。',
    en: 'Alignment, realism, video quality and aesthetics, five levels each.',
  },
  concernsText: false,
  rubric: rubricOf([alignment, realism, quality, aesthetics]),
  abilities: [],
}
