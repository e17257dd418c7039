#!/bin/sh
# The main job on real input, in a fresh folder: demo.sh MEDBOX PHOTO, the two programs of a build.
# What is in the boxes CSV is what a community would hand over: GB18030, Chinese columns.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
medbox_program=$(realpath "$1")
photo_program=$(realpath "$2")
folder=$(mktemp -d "${TMPDIR:-/tmp}/medbox-demo.XXXXXX")
cd "$folder"

# say CHINESE ENGLISH: in the language that medbox speaks here.
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    en*) language=en ;;
    *) language=zh ;;
esac
say() {
    if [ "$language" = en ]; then printf '\n== %s\n' "$2"; else printf '\n== %s\n' "$1"; fi
}

# medbox WORD...: shows the command, then runs it on the inventory of this folder.
medbox() {
    printf '$ medbox %s\n' "$*"
    quietly "$@"
}
quietly() {
    "$medbox_program" --db box.db --lang "$language" "$@"
}

# refused WORD...: a command that a rule is to refuse.
refused() {
    status=0
    medbox "$@" || status=$?
    [ "$status" = 4 ] || { echo "exit $status, not 4" >&2; exit 1; }
}

# holds BOX NUMBER: the box has so many medicines, or a photo was not read whole.
holds() {
    found=$(quietly --json stock "$1" | grep -c '"drug":') || true
    [ "$found" = "$2" ] || { echo "$1: $found, not $2" >&2; exit 1; }
}

# code_of BOX: its code, as its label has it.
code_of() {
    quietly --json box show "$1" | sed -n 's/^ *"code": "\([0-9A-Z]*\)",*$/\1/p' | head -n 1
}

# Medicine codes are learned by scanning. These begin with 2: numbers that a shop gives itself, and
# nobody else's (GS1 General Specifications, 1.4.3: restricted circulation).
IBUPROFEN=2000000000015
PARACETAMOL=2000000000022
COLD=2000000000039
CHILD=2000000000046

say "新建一个社区的药箱账本" "a new inventory"
medbox init
medbox setting set label.host box.example.cn
cp "$here/boxes.csv" .
medbox import boxes boxes.csv
medbox box list

say "打印药箱标签" "labels for every box"
medbox labels --all --sheet L7160 -o labels.pdf
medbox labels 3号楼药箱 --dpi 200 -o label-3.png
medbox poster 3号楼药箱 -o poster-3.pdf
medbox card codes -o codes.pdf

say "教会条码：一次扫描，以后都认识" "teach what the codes mean, once"
medbox drug bind $IBUPROFEN 布洛芬片 --units 24
medbox drug bind $PARACETAMOL 对乙酰氨基酚片 --units 20
medbox drug bind $COLD 感冒灵颗粒 --units 9
medbox drug bind $CHILD 小儿氨酚黄那敏颗粒 --units 12

say "拍照入库：货架照片上有药箱标签和药盒" "give by photo: a shelf with the box's label and packs"
shelf() {
    file=$1 seed=$2
    shift 2
    "$photo_program" -o "$file" --seed "$seed" --size 2400x1800 --tilt 4 --slant 0.02 --blur 0.8 \
        --noise 4 --light 0.3 "$@"
}
shelf shelf-in.jpg 11 --label label-3.png --pack "ean13:$IBUPROFEN:布洛芬片" \
    --pack "ean13:$PARACETAMOL:对乙酰氨基酚片" --pack "ean13:$COLD:感冒灵颗粒" \
    --pack "ean13:$CHILD:小儿氨酚黄那敏颗粒"
shelf shelf-out.jpg 12 --label label-3.png --pack "ean13:$IBUPROFEN:布洛芬片"
medbox scan --look shelf-in.jpg
medbox scan --in --expiry 2028-03 --lot 240311 shelf-in.jpg
holds 3号楼药箱 4

say "拍照取药" "take by photo"
medbox scan --out shelf-out.jpg
holds 3号楼药箱 3

say "手持扫码枪：少了回车、小写、全角数字都能读" \
    "a hand scanner: missing Enter, lower case and full-width digits are read"
code=$(code_of 10号楼药箱)
printf 'MEDBOX:IN\n%s\n%s%s\nmedbox:times:3\n２００００００００００３９\n%s\nMEDBOX:UNDO\nMEDBOX:OUT\n%s\nMEDBOX:DONE\n' \
    "$code" "$IBUPROFEN" "$PARACETAMOL" "$CHILD" "$IBUPROFEN" >session.txt
medbox scan --expiry 2028-06 --lot 250622 - <session.txt

say "输入登记，规则把关" "typed bookings, and what the rules refuse"
medbox donate 11号楼药箱 布洛芬混悬液 --packs 2 --expiry 2027-09 --lot 240905
refused donate 11号楼药箱 布洛芬混悬液 --packs 1 --expiry 2026-01 --lot 230101
refused withdraw 11号楼药箱 布洛芬混悬液 --packs 9
medbox withdraw 11号楼药箱 布洛芬混悬液 --packs 1
medbox unmet 12号楼药箱 fever --child

say "库存、台账、短缺" "stock, ledger, shortages"
medbox stock 3号楼药箱
medbox stock 10号楼药箱
medbox ledger --last 8
medbox shortages --area 第一网格 --type fever

say "谁该把什么送到哪里" "who should carry what where"
medbox plan --propose
medbox walk make --volunteers 2
medbox walk show 1
medbox walk print 1 -o walk.pdf

say "核对账本，备份" "verify the ledger, and back it up"
medbox check
medbox backup backup.db

say "都在这里：$folder" "everything lies here: $folder"
ls -l

say "网页：用浏览器打开下面的地址，第一次用链接登记" \
    "the pages: open the address below in a browser; the link makes the first account"
"$medbox_program" --db box.db --lang "$language" serve --listen 127.0.0.1:0 >served.txt &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM
tries=0
until grep -q '/F/' served.txt; do
    kill -0 "$server" && [ $((tries += 1)) -le 100 ] || { echo "no pages" >&2; exit 1; }
    sleep 0.1
done
cat served.txt
[ -t 1 ] || exit 0
say "按 Ctrl+C 结束" "Ctrl+C ends it"
wait "$server"
