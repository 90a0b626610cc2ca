/** What simulated raters write beside a score, in the language of the prompt. */
export const remarks = {
  noArabic: '看不懂阿拉伯语，无法判断译文。Cannot read the Arabic part.',
  notSure: '我不熟悉这个领域，无法核对。Outside my field; I cannot check it.',
  zh: {
    poor: ['关键一步错了，结论不能用。', '没有回答题目问的内容。', '与参考答案不符。'],
    fair: ['结论对，但说得不够全。', '有一处说法不准确。', '套话偏多，要点不突出。'],
    fine: ['条理清楚，可以直接用。', '核对过，没有发现错误。', '例外情况也说到了。'],
  },
  en: {
    poor: ['The key step is wrong.', 'Does not answer what was asked.', 'Contradicts the reference.'],
    fair: ['Right, but thin in places.', 'One claim does not hold.', 'Could be half as long.'],
    fine: ['Clear and complete.', 'Checked it; all correct.', 'States its assumptions, good.'],
  },
}
