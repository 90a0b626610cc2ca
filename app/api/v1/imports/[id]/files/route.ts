import { storeUpload } from '@/lib/data/imports/uploads'
import { uploadPlace } from '@/lib/domain/bundle/upload-place'
import { adminEndpoint } from '@/lib/server/endpoint'

export const PUT = adminEndpoint(null, (admin, _nothing, { params, query, request }) =>
  storeUpload(admin, {
    importId: params['id'] ?? '',
    ...uploadPlace(query),
    body: request.body ?? new Blob().stream(),
  }),
)
