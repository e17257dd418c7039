#!/bin/sh
# Makes the golden photos anew, in this folder:  PHOTO=build/tests/photo make.sh
# The sibling-*.png came of a hunt and stay as they are.
# Fonts and libraries decide over single pixels, so the files are kept and not made for each test.
# Then let `photos --write` list what they read as, and look at what changed.
set -eu

photo=$(realpath "${PHOTO:?the photo command of the build}")
cd "$(dirname "$0")"

# A shelf as a phone sees it: every kind of code that is read, and a pack without one.
"$photo" -o shelf.jpg --seed 3 --size 1800x1400 --tilt 3 --slant 0.05 --blur 0.8 --noise 2 \
    --light 0.3 --quality 70 --module 2.6 \
    --pack 'ean13:2000000000015:布洛芬缓释胶囊' --pack 'code128:81234560000000000017:感冒灵颗粒' \
    --pack 'ean8:96385074:创可贴' --pack 'plain::医用纱布' \
    --pack 'gs1-128:[01]06901234567892[17]280331[10]AB12[21]X9:阿莫西林胶囊'

# Two packs of one maker, whose codes differ in their right halves only, and one of them twice.
"$photo" -o maker.jpg --seed 8 --size 1500x600 --tilt 2 --slant 0.03 --blur 0.6 --noise 2 \
    --light 0.2 --quality 70 --module 2.4 \
    --pack 'ean13:2000000000015:板蓝根颗粒' --pack 'ean13:2000000000022:小柴胡颗粒' \
    --pack 'ean13:2000000000015:板蓝根颗粒'

# A box's label beside a pack, the phone held upright: turned in the file.
"$photo" -o upright.jpg --seed 5 --size 900x1200 --tilt 3 --slant 0.04 --blur 0.7 --noise 2 \
    --light 0.3 --quality 70 --module 3.4 --orientation 6 \
    --pack 'qr:https://YX.EXAMPLE.CN/B/Z6P9K0K:共享药箱' --pack 'ean13:2000000000039:藿香正气水'

# Thrown into a box: nothing lies straight.
"$photo" -o thrown.jpg --seed 12 --size 1400x1300 --tilt 80 --slant 0.08 --blur 0.7 --noise 2 \
    --light 0.3 --quality 70 --module 2.4 \
    --pack 'ean13:2000000000046:对乙酰氨基酚片' --pack 'code128:81234560000000000024:碘伏' \
    --pack 'upca:036000291452:A'

# What comes from abroad, and QR codes with more than an address.
"$photo" -o foreign.jpg --seed 2 --size 1400x1100 --blur 0.5 --quality 70 --module 3 \
    --pack 'upca:036000291452:Aspirin' --pack 'upce:0123450:Plasters' \
    --pack 'qr-gb18030:阿莫西林胶囊:阿莫西林' --pack 'gs1-qr:[01]06901234567892[10]AB12[21]X9:头孢克肟'

# Nothing to read: no code at all, and a code of another kind.
"$photo" -o nothing.jpg --seed 4 --size 900x600 --blur 0.8 --noise 2 --quality 70 \
    --pack 'plain::棉签' --pack 'code39:MADE-IN-CN:体温计'

# Dark and small; smaller still.
"$photo" -o dark.jpg --seed 1 --size 700x500 --module 1.9 --blur 0.8 --noise 5 --light 0.7 \
    --quality 50 --pack 'ean13:2000000000053:退热贴'
"$photo" -o dim.jpg --seed 2 --size 700x500 --module 1.65 --blur 0.8 --noise 5 --light 0.7 \
    --quality 50 --pack 'ean13:2000000000053:退热贴'

# A bottle in the light of a lamp, beside a carton with a DataMatrix; and a carton that was shaken.
"$photo" -o bottle.jpg --seed 6 --size 1500x900 --module 3.6 --tilt 8 --slant 0.06 --blur 0.8 \
    --noise 4 --sensor --light 0.3 --curve 0.7 --glare 0.4 --quality 60 \
    --pack 'ean13:2000000000084:止咳糖浆' \
    --pack 'gs1-datamatrix:[01]06901234567892[21]X9[17]280331[10]AB12:维生素'
"$photo" -o shaken.jpg --seed 4 --size 900x700 --module 3 --tilt 8 --blur 0.8 --noise 4 --sensor \
    --light 0.3 --motion 3 --quality 60 --pack 'ean13:2000000000091:双黄连口服液'

# Letters that need FNC4, dirt, and a code in a lens's corner.
"$photo" -o letters.jpg --seed 9 --size 1200x800 --module 2.2 --tilt 6 --blur 0.7 --noise 4 \
    --sensor --dirt 40 --barrel 0.06 --quality 60 --pack 'code128-latin1:Düsseldorf-7:A' \
    --pack 'ean8:96385074:创可贴'

# Bent and scratched so much that what is read is no more than a guess: told as perhaps.
"$photo" -o perhaps-bent.jpg --seed 7 --size 500x400 --module 2 --tilt 10 --blur 1 --noise 4 \
    --curve 1.1 --quality 60 --pack 'upca:036000291452:感冒清热颗粒'
"$photo" -o perhaps-dirty.jpg --seed 10 --size 500x400 --module 2 --tilt 10 --blur 1 --noise 4 \
    --curve 1.3 --dirt 200 --quality 60 --pack 'upce:0123450:感冒清热颗粒'

# Every form of file.
for form in progressive cmyk png png16 palette interlaced; do
    case $form in
    progressive | cmyk) file=form-$form.jpg ;;
    *) file=form-$form.png ;;
    esac
    "$photo" -o "$file" --as "$form" --seed 1 --size 400x320 --quality 70 \
        --pack 'ean13:2000000000060:眼药水'
done

# An upload that broke off, behind the code and before it.
"$photo" -o whole.jpg --seed 1 --size 500x700 --noise 3 --quality 70 \
    --pack 'ean13:2000000000077:口罩' --pack 'plain::酒精棉片'
size=$(wc -c <whole.jpg)
head -c $((size * 3 / 4)) whole.jpg >broken-late.jpg
head -c $((size / 4)) whole.jpg >broken-early.jpg
rm whole.jpg
