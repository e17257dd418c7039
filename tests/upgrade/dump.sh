#!/bin/sh
# Fills a fresh inventory with a dozen rows of everything, by medbox's own commands and a clock that
# stands where it is told, and writes it out as SQL: dump.sh MEDBOX VERSION >VERSION.sql
#
# Run once, by the release that brings a new version of the tables; the file is then kept as it is, and
# test_upgrade.py holds every later medbox to it.
set -eu

medbox_program=$(realpath "$1")
version=$2
folder=$(mktemp -d "${TMPDIR:-/tmp}/medbox-dump.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
booked=0

medbox() {
    MEDBOX_NOW=$now "$medbox_program" --db box.db --lang en "$@" >said 2>&1 ||
        { status=$?; echo "medbox $*: exit $status" >&2; cat said >&2; exit 1; }
}

# book WORD…: a booking under the next id.
book() {
    booked=$((booked + 1))
    medbox "$@" --uid "$(printf '0193a5b0-%04d-7000-8000-000000000000' $booked)"
}

# refused WORD…: a booking that a rule turns down, which is written down too.
refused() {
    booked=$((booked + 1))
    uid=$(printf '0193a5b0-%04d-7000-8000-000000000000' $booked)
    status=0
    MEDBOX_NOW=$now "$medbox_program" --db box.db --lang en "$@" --uid "$uid" >said 2>&1 || status=$?
    [ $status = 4 ] || { echo "medbox $*: exit $status, not 4" >&2; cat said >&2; exit 1; }
}

# own N: an own-label EAN-13 (they begin with 2, and are nobody else's), with its check digit.
own() {
    digits=$(printf '2%011d' "$1")
    sum=0 weight=1 rest=$digits
    while [ -n "$rest" ]; do
        sum=$((sum + weight * ${rest%"${rest#?}"}))
        weight=$((4 - weight)) rest=${rest#?}
    done
    echo "$digits$(((10 - sum % 10) % 10))"
}

# --------------------------------------------------------------------------- places and catalogue

now=2026-11-01T08:00:00+08:00
medbox init --city 孝感市 --district 孝南区
cat >boxes.csv <<END
community,grid,building,box,place,phone,lat,lon,residents,vulnerable,capacity,code
书院社区,第一网格,1号楼,1号楼药箱,大厅左侧,0712-2345671,30.917,113.911,420,35,60,HQQ-SBDE
书院社区,第一网格,2号楼,2号楼药箱,"门口, ""东""侧",,30.918,113.912,310,12,40,N0Z-MMZX
书院社区,第一网格,3号楼,3号楼药箱,,,,,280,40,,
书院社区,第二网格,4号楼,4号楼药箱,,,,,,,,
书院社区,第二网格,5号楼,5号楼药箱,,0712-2345675,,,150,,20,
书院社区,第二网格,,服务站药箱,前台,0712-2345676,30.92,113.92,2100,180,200,
槐荫社区,第一网格,1号楼,东门药箱,,,,,500,50,50,
槐荫社区,第一网格,2号楼,西门药箱,,,,,600,60,50,
槐荫社区,,,物业药箱,物业办公室,0712-2345679,,,900,,80,
Riverside,Grid 1,,Gate box,left of the gate,,,,333,33,33,
Riverside,Grid 1,,Lobby box,,,,,1,1,1,
Riverside,Grid 2,,Old box,,,,,0,0,0,
END
medbox import boxes boxes.csv
medbox box retire "Old box"
medbox box edit "Lobby box" --count-days 7

n=0
for drug in 对乙酰氨基酚片 布洛芬片 布洛芬混悬液 感冒灵颗粒 板蓝根颗粒 小儿氨酚黄那敏颗粒 \
    维C银翘片 连花清瘟胶囊 小柴胡颗粒 盐酸氨溴索片 柴胡口服液; do
    n=$((n + 1))
    medbox drug bind "$(own $n)" $drug
done
medbox drug bind 81234560000000000001 对乙酰氨基酚缓释片 --units 18
medbox drug add Thermometer --type supplies --form device --unit piece --day-units 1 \
    --pack-units 1 --class none --undated --brand Warm --maker "A & B"
medbox drug retire 阿司匹林泡腾片

for area in 书院社区 槐荫社区 Riverside; do
    medbox setting set minimum 4 --area $area
    medbox setting set intake.days-left 60 --area $area
    medbox setting set fill 10 --area $area
done
medbox setting set shortage.window 14
medbox setting set intake.lot-required yes --box "Gate box"
medbox setting set minimum.fever 9 --box 服务站药箱
medbox setting set label.host box.example
medbox labels --all -o labels.pdf --reason "the first ones"
medbox labels "Gate box" -o gate.pdf --reprint "torn"
n=0
while [ $n -lt 12 ]; do
    n=$((n + 1))
    medbox sheet add "Roll $n" "A4 2x$n 90x20 at 10.$n,5 pitch 95,22.5"
    medbox printer set "Printer $n" --dpi $((200 + n)) --sheet "Roll $n" --offset 0.$n,-1 --scale 100.$n,99.8
done

# -------------------------------------------------------------------------------- three weeks' use

day=1
while [ $day -le 21 ]; do
    now=$(printf '2026-11-%02dT09:30:00+08:00' $day)
    case $((day % 3)) in
    0) book donate 1号楼药箱 布洛芬片 --packs 2 --expiry 2028-03 --lot "B$day" ;;
    1) book donate 服务站药箱 感冒灵颗粒 --packs 3 --expiry 2027-0$((day % 9 + 1))-15 --lot 240311 ;;
    2) book donate "Gate box" 布洛芬混悬液 --expiry 2027-09 --lot "L-$day" --reason "from a flat" ;;
    esac
    book donate 东门药箱 对乙酰氨基酚片 --units 12 --expiry 2027-05 --at "2026-11-$(printf %02d $day)T08:00:00+08:00"
    now=$(printf '2026-11-%02dT18:15:00+08:00' $day)
    case $((day % 4)) in
    0) book withdraw 1号楼药箱 布洛芬片 --units 8 --household "1-$day" ;;
    1) book withdraw 服务站药箱 感冒灵颗粒 --packs 1 --household "2-$day" --with 布洛芬片 ;;
    2) book withdraw 东门药箱 对乙酰氨基酚片 --units 9 ;;
    3) book unmet 西门药箱 fever ;;
    esac
    book unmet 物业药箱 cold --child
    day=$((day + 1))
done
book withdraw "Gate box" 布洛芬混悬液 --packs 7
book donate "Lobby box" Thermometer --packs 3
for box in 2号楼药箱 3号楼药箱 4号楼药箱 5号楼药箱 东门药箱 西门药箱 物业药箱; do
    now=2026-11-21T19:00:00+08:00
    book donate $box 板蓝根颗粒 --packs 2 --expiry 2027-02 --lot 250101
    book donate $box 维C银翘片 --packs 1 --expiry 2027-03-31
    now=2026-11-21T20:00:00+08:00
    book withdraw $box 维C银翘片 --packs 1
    now=2026-11-21T21:00:00+08:00
    book donate $box 小柴胡颗粒 --packs 1 --expiry 2027-04-30 --lot "一批"
    book donate $box 维C银翘片 --packs 2 --expiry 2028-03-31
done

# Packs with an identity of their own, by a hand scanner; and codes that nobody knows.
n=1
{
    printf 'MEDBOX:IN\nHQQ-SBDE\n'
    while [ $n -le 12 ]; do
        printf '8123456%013d\n' $n
        n=$((n + 1))
    done
    printf 'MEDBOX:OUT\n81234560000000000001\n81234560000000000002\n'
    n=101
    while [ $n -le 112 ]; do
        own $n
        n=$((n + 1))
    done
    printf 'MEDBOX:DONE\n'
} >session.txt
# Codes that nobody knows are said, and waited for: exit 3.
status=0
MEDBOX_NOW=$now "$medbox_program" --db box.db --lang en scan --expiry 2028-01 --lot 250622 - \
    <session.txt >said 2>&1 || status=$?
[ $status = 3 ] || { echo "scan: exit $status, not 3" >&2; cat said >&2; exit 1; }

n=0
while [ $n -lt 6 ]; do
    n=$((n + 1))
    refused withdraw 2号楼药箱 布洛芬片 --packs $n
    refused donate 3号楼药箱 布洛芬片 --expiry 2026-1$((n % 2 + 1)) --packs $n
done
now=2026-11-22T10:00:00+08:00
book undo 1 --reason "the wrong box"
book undo 3
book discard 服务站药箱 感冒灵颗粒 --units 2 --reason 受潮
book count 东门药箱 对乙酰氨基酚片 --units 150
book count "Lobby box" Thermometer --units 4
book count "Lobby box" Thermometer --units 4
for lot in A1 A2 A3 A4 A5 A6 A7 A8 A9 B3 L-2; do
    medbox recall add 布洛芬片 --lot $lot --reason "notice 7 of the maker, batch $lot"
done
medbox recall add 布洛芬混悬液 --reason "all of it: the bottle breaks"
medbox recall lift 2
now=2026-11-23T10:00:00+08:00
medbox discard 1号楼药箱 --expired
medbox check

# These are made by whoever signs in, and by the secrets that they chose.
sqlite3 box.db <<END
WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 12)
INSERT INTO person (tenant, id, name, role, area, created_at, state)
SELECT tenant, n, '志愿者 ' || n, CASE n % 3 WHEN 0 THEN 'secretary' WHEN 1 THEN 'volunteer' ELSE 'office' END,
    tenant, 1793491200000 + n, iif(n = 12, 'retired', 'active') FROM tenant, n;
INSERT INTO transfer (tenant, id, from_box, to_box, drug, units, state, proposed_at, changed_at, person, reason)
SELECT tenant, id, 1 + id % 10, 2 + id % 10, id, 10 * id, CASE id % 5 WHEN 0 THEN 'proposed' WHEN 1 THEN 'accepted'
    WHEN 2 THEN 'carried' WHEN 3 THEN 'done' ELSE 'cancelled' END, 1793491200000, 1793491200000 + id, id, 'short'
FROM person;
INSERT INTO walk (tenant, id, carrier, made_at)
SELECT tenant, id, iif(id % 3, name, ''), 1793491200000 + id FROM person;
UPDATE transfer SET walk = iif(id % 4, id, NULL), figures = iif(id % 2, '',
    'from_before=9500 from_after=6000 to_before=0 to_after=7000 from_rate=800 to_rate=500 from_amount=8000'
    || ' to_amount=0 horizon=7000 chance_before=1000 chance_after=120 gives=3000');
INSERT INTO account (tenant, person, login, secret, changed_at)
SELECT tenant, id, '志愿者' || id, '\$argon2id\$v=19\$m=65536,t=2,p=1\$' || id, 1793491200000 + id FROM person;
INSERT INTO visit (tenant, id, person, token, device, began_at, seen_at, ends_at)
SELECT tenant, id, id, CAST(printf('%032d', id) AS BLOB), 'WeChat, Android', 1793491200000, 1793491200000 + id,
    1798675200000 FROM person;
INSERT INTO invite (tenant, id, code, role, area, name, person, first, made_by, made_at, ends_at, used_at, used_by)
SELECT tenant, id, CAST(printf('%032d', id) AS BLOB), role, area, iif(id % 2, name, ''), iif(id % 4, NULL, id), 0,
    iif(id % 3, 1, NULL), 1793491200000, 1794096000000, iif(id % 2, 1793491200000 + id, NULL), iif(id % 2, id, NULL)
FROM person;
INSERT INTO attempt (tenant, subject, failures, at)
SELECT tenant, CAST(printf('%032d', id) AS BLOB), id, 1793491200000 + id FROM person;
INSERT INTO audit_log (tenant, id, at, person, act, area, what, detail)
SELECT tenant, 1000 + id, 1793491200000 + id, iif(id % 3, id, NULL), iif(id % 2, 'box', 'sign_in'), area, name, '{"name":"门厅"}'
FROM person;
INSERT INTO hook (tenant, id, area, name, format, url, key, made_at, told_at, failure)
SELECT tenant, id, area, name, CASE id % 4 WHEN 0 THEN 'json' WHEN 1 THEN 'wecom' WHEN 2 THEN 'dingtalk' ELSE 'feishu'
    END, 'https://robot.example/' || id, iif(id % 2, 'key', ''), 1793491200000, iif(id % 3, 1793491200000 + id, NULL),
    iif(id % 3, '', 'status 404') FROM person;
INSERT INTO hook_told (tenant, hook, box, type, age, at)
SELECT tenant, id, 1 + id % 10, 1 + id % 10, id % 3, 1793491200000 + id FROM person;
END
medbox check

# ----------------------------------------------------------------------------------- the file itself

medbox shortages # keeps what it learned

echo "-- What medbox $("$medbox_program" --version | cut -d' ' -f2) kept, version $version of its tables (dump.sh)."
echo "PRAGMA application_id = $(sqlite3 box.db 'PRAGMA application_id');"
sqlite3 box.db .dump
