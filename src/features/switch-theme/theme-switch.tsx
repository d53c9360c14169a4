import { useTranslation } from 'react-i18next'
import { Segmented } from '#src/ui/segmented.tsx'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

const SIGNS = { light: '○', dark: '●', system: '◐' } as const satisfies Record<Theme, string>

interface ThemeSwitchProps {
  theme: Theme
  onChange: (theme: Theme) => void
}

export function ThemeSwitch({ theme, onChange }: ThemeSwitchProps) {
  const { t } = useTranslation()
  return (
    <Segmented
      label={t('theme.label')}
      value={theme}
      onChange={onChange}
      options={THEMES.map((value) => ({ value, label: t(`theme.${value}`), sign: SIGNS[value] }))}
    />
  )
}
