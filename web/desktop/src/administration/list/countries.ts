/// Those that can be chosen; a list may have another one that a program has given it.
export const COUNTRIES: readonly string[] = 'AE BH DE DZ EG ES FR GB IQ IT JO KW LB LY MA NL OM PS QA SA SD SE SY TN TR US YE'.split(' ')
