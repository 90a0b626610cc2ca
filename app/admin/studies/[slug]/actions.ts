'use server'

import { z } from 'zod'
import { requestedRelease, requestRelease } from '@/lib/data/releases/requested-releases'
import { enrolAll, enrolRater } from '@/lib/data/studies/enrolments'
import { closeStudy, openStudy, pauseStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { adminAction } from '@/lib/server/action'

const study = z.object({ slug: z.string().max(80), reason: z.string().max(2000).optional() })

export const openStudyAction = adminAction(study, (admin, { slug }) => openStudy(admin, slug))

export const pauseStudyAction = adminAction(study, (admin, { slug }) => pauseStudy(admin, slug))

export const closeStudyAction = adminAction(study, (admin, { slug }) => closeStudy(admin, slug))

export const unsealStudyAction = adminAction(study, (admin, { slug, reason }) =>
  unsealStudy(admin, slug, reason),
)

export const enrolAction = adminAction(study.extend({ accountId: z.uuid() }), (admin, { slug, accountId }) =>
  enrolRater(admin, slug, accountId),
)

export const enrolAllAction = adminAction(study, (admin, { slug }) => enrolAll(admin, slug))

const publication = study.extend({ waivers: z.record(z.string().max(40), z.string().max(2000)) })

export const publishAction = adminAction(publication, (admin, input) => requestRelease(admin, input))

export const publicationAction = adminAction(study, (admin, { slug }) => requestedRelease(admin, slug))
