import { levelSetting, setLevel } from '@/lib/data/lots/deciding/decide-lot'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const POST = inspectorEndpoint(levelSetting, async (inspector, setting, { params }) => {
  await setLevel(inspector, params['slug'] ?? '', setting)
  return new Response(null, { status: 204 })
})
