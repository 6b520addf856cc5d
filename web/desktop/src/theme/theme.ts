import { ActionIcon, Button, createTheme, type CSSVariablesResolver, Menu, Modal, Select, TextInput, Tooltip } from '@mantine/core'

/// The design tokens (tokens.css) carried into Mantine: Mantine's variables point at ours, not the other way round.

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  primaryColor: 'lapis',
  primaryShade: { light: 7, dark: 5 },
  colors: {
    lapis: [
      '#eef3fc',
      '#dbe5f8',
      '#b6caf0',
      '#8eade7',
      '#6b93df',
      '#3f6fd6',
      '#2f63c9',
      '#2653b0',
      '#1f4797',
      '#193b80',
    ],
  },
  fontSizes: {
    xs: 'var(--fs-meta)',
    sm: 'var(--fs-ui)',
    md: 'var(--fs-body)',
    lg: 'var(--fs-title)',
    xl: 'var(--fs-page)',
  },
  spacing: { xs: 'var(--s-3)', sm: 'var(--s-4)', md: 'var(--s-5)', lg: 'var(--s-6)', xl: 'var(--s-8)' },
  radius: {
    xs: 'var(--r-tag)',
    sm: 'var(--r-control)',
    md: 'var(--r-card)',
    lg: 'var(--r-sheet)',
    xl: 'var(--r-dialog)',
  },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm', variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-start', offset: 6 } }),
    Modal: Modal.extend({ defaultProps: { radius: 'xl', centered: true, transitionProps: { duration: 140 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 500, transitionProps: { duration: 80 } } }),
  },
})

const ours = {
  '--mantine-color-body': 'var(--desk)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-muted)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border-strong)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-placeholder': 'var(--text-subtle)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-lapis-filled': 'var(--accent)',
  '--mantine-color-lapis-filled-hover': 'var(--accent-hover)',
  '--mantine-color-lapis-light': 'var(--accent-tint)',
  '--mantine-color-lapis-light-color': 'var(--accent-text)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-color-gray-light-color': 'var(--text-muted)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--text-subtle)',
  '--mantine-color-disabled-border': 'var(--border)',
  '--mantine-shadow-md': 'var(--shadow-pop)',
  '--mantine-shadow-xl': 'var(--shadow-offer)',
}

export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-line-height': 'var(--lh-ui)',
    '--mantine-heading-font-weight': '600',
  },
  light: ours,
  dark: ours,
})
