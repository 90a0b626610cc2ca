export const published = 'sample-seven-abilities'
export const practice = 'sample-practice'
