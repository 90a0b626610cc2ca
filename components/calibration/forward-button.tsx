import { Button } from '@/components/ui/button'
import { useEnter } from './use-enter'

/** The one thing to do next; Enter does it from anywhere on the page. */
export function ForwardButton({ text, onPress }: { text: string; onPress: () => void }) {
  useEnter(onPress)
  return (
    <Button variant="primary" size="large" onClick={onPress}>
      {text}{' '}
      <kbd aria-hidden className="border-on-accent/40 bg-transparent text-on-accent max-sm:hidden">
        Enter
      </kbd>
    </Button>
  )
}
