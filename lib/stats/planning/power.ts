export { powerPairedMeans, sampleSizePairedMeans } from './power-paired-means'
export { powerWinRate, sampleSizeWinRate } from './power-win-rate'
