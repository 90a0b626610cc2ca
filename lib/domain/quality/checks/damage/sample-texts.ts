/** Answers as models write them, for the tests beside this file. */

export const chinese = `春节是中国最重要的传统节日，通常在每年一月下旬到二月中旬之间。家家户户会提前打扫房屋，贴上春联和窗花，准备丰盛的年夜饭。

除夕夜里，一家人围坐在一起吃饭聊天，守岁到深夜；孩子们会收到长辈给的压岁钱。大年初一，人们走亲访友，互相拜年，祝愿新的一年平安顺利。

不同地区的习俗并不完全相同：北方多吃饺子，南方多吃年糕或者汤圆。近年来，越来越多的年轻人选择在春节期间外出旅行，但团圆仍然是这个节日的核心。`

export const english = `Photosynthesis is the process by which green plants turn light into chemical energy. Chlorophyll in the leaves absorbs mostly red and blue light, and the energy that is gathered splits water into oxygen and hydrogen. The oxygen leaves the plant through small openings, while the hydrogen is used later to build sugar from carbon dioxide.

Two stages can be told apart. The first needs light and takes place in the membranes of the chloroplast; the second, which is often called the Calvin cycle, runs in the fluid around them and needs no light of its own. Temperature, water and the amount of carbon dioxide limit how fast the whole process can go.`

export const marked = `# 如何计算圆的面积

半径为 $r$ 的圆，其面积由下面的公式给出，推导时可以把圆切成许多很小的扇形：

$$
A = \\int_0^{2\\pi} \\int_0^r \\rho \\, d\\rho \\, d\\theta = \\pi r^2
$$

## Steps to follow in **your own program**

1. Read the radius from the *user* and make sure that it is a positive number, or stop with an error.
2. Multiply the radius by itself, and then multiply the result by the constant \`Math.PI\` of the language.
   - [x] check that the unit of the result is right, since a square metre is no metre
   - [ ] print the result with two digits, see [the manual](https://example.org/manual?a=1&b=2)

> 请注意：浮点数计算会带来很小的误差，所以在比较两个面积是否相等时，应当允许一定的偏差。

\`\`\`python
def area(radius: float) -> float:
    """Area of a circle, and this text must not be touched."""
    return 3.14159 * radius ** 2
\`\`\`

| quantity | meaning of the quantity in words | 单位的名称 |
| --- | :---: | ---: |
| radius | distance from the centre to the edge | 米 |
| area | how much of the plane lies inside the circle | 平方米 |

Finally, \\(r = 0\\) gives an area of nothing at all; the price of $5 or $6 for a book about it is *not* part of the ~~question~~ problem.
`
