import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The calm green of Rollcall, from the lightest shade on; `variables.css` says the same in CSS. */
const brand: MantineColorsTuple = [
  '#e9f6f1',
  '#d0ebe1',
  '#a5d9c8',
  '#7accb1',
  '#5cc9ab',
  '#2f9f83',
  '#14806a',
  '#0b6b57',
  '#08503f',
  '#063b2f',
];

/** What is written on the brand's colour, which is dark where all is light and light where all is dark. */
const colorsOf: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isBrand = input.variant === 'filled' && (input.color ?? 'brand') === 'brand';
  return isBrand ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors;
};

/** What every component of the console looks like unless told. */
export const theme = createTheme({
  primaryColor: 'brand',
  colors: { brand },
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver: colorsOf,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A lock writes a style into the page, which the content security policy does not take: `ground.css` locks.
    Modal: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false } },
  },
});
