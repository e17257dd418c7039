-- What medbox 0.1.0 kept, version 3 of its tables (dump.sh).
PRAGMA application_id = 1835167608;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_version (
    version INTEGER PRIMARY KEY
) STRICT;
INSERT INTO schema_version VALUES(1);
INSERT INTO schema_version VALUES(2);
INSERT INTO schema_version VALUES(3);
CREATE TABLE area (
    id     INTEGER PRIMARY KEY CHECK (id > 0),
    parent INTEGER REFERENCES area,
    tenant INTEGER NOT NULL,        -- the district it lies in (its own id for a district), 0 above
    kind   TEXT NOT NULL CHECK (kind IN ('city', 'district', 'community', 'grid', 'building')),
    name   TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (parent, name)
) STRICT;
INSERT INTO area VALUES(1,NULL,0,'city','孝感市');
INSERT INTO area VALUES(2,1,2,'district','孝南区');
INSERT INTO area VALUES(3,2,2,'community','书院社区');
INSERT INTO area VALUES(4,3,2,'grid','第一网格');
INSERT INTO area VALUES(5,4,2,'building','1号楼');
INSERT INTO area VALUES(6,4,2,'building','2号楼');
INSERT INTO area VALUES(7,4,2,'building','3号楼');
INSERT INTO area VALUES(8,3,2,'grid','第二网格');
INSERT INTO area VALUES(9,8,2,'building','4号楼');
INSERT INTO area VALUES(10,8,2,'building','5号楼');
INSERT INTO area VALUES(11,2,2,'community','槐荫社区');
INSERT INTO area VALUES(12,11,2,'grid','第一网格');
INSERT INTO area VALUES(13,12,2,'building','1号楼');
INSERT INTO area VALUES(14,12,2,'building','2号楼');
INSERT INTO area VALUES(15,2,2,'community','Riverside');
INSERT INTO area VALUES(16,15,2,'grid','Grid 1');
INSERT INTO area VALUES(17,15,2,'grid','Grid 2');
CREATE TABLE tenant (
    tenant INTEGER PRIMARY KEY REFERENCES area,
    seq    INTEGER NOT NULL DEFAULT 0 CHECK (seq >= 0),
    hash   BLOB NOT NULL DEFAULT (zeroblob(32)) CHECK (length(hash) = 32)
) STRICT;
INSERT INTO tenant VALUES(2,121,X'1bf432598c515cde79dad85896fc9ad78463a3949c837f4ee0900f05ba880117');
CREATE TABLE box (
    tenant     INTEGER NOT NULL REFERENCES tenant,
    id         INTEGER NOT NULL CHECK (id > 0),
    code       TEXT NOT NULL CHECK (length(code) IN (7, 8)), -- with its check character, no hyphen
    area       INTEGER NOT NULL REFERENCES area,
    name       TEXT NOT NULL CHECK (name <> ''),
    place      TEXT NOT NULL DEFAULT '',    -- where exactly: "lobby, left of the lift"
    phone      TEXT NOT NULL DEFAULT '',    -- whom to call
    lat        INTEGER CHECK (lat BETWEEN -90000000 AND 90000000),    -- millionths of a degree
    lon        INTEGER CHECK (lon BETWEEN -180000000 AND 180000000),
    capacity   INTEGER NOT NULL DEFAULT 0 CHECK (capacity >= 0),      -- packs; 0: not known
    residents  INTEGER NOT NULL DEFAULT 0 CHECK (residents >= 0),     -- counts, never names
    vulnerable INTEGER NOT NULL DEFAULT 0 CHECK (vulnerable BETWEEN 0 AND residents),
    count_days INTEGER NOT NULL DEFAULT 30 CHECK (count_days > 0),    -- a count is due so often
    counted_at INTEGER,
    created_at INTEGER NOT NULL,
    state      TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
    PRIMARY KEY (tenant, id),
    UNIQUE (code, tenant),
    CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO box VALUES(2,1,'HQQSBDE',5,'1号楼药箱','大厅左侧','0712-2345671',30917000,113911000,60,420,35,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,2,'N0ZMMZX',6,'2号楼药箱','门口, "东"侧','',30918000,113912000,40,310,12,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,3,'S01YGMF',7,'3号楼药箱','','',NULL,NULL,0,280,40,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,4,'ZMHN2P8',9,'4号楼药箱','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,5,'B9FHP7A',10,'5号楼药箱','','0712-2345675',NULL,NULL,20,150,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,6,'08ZTQ9B',8,'服务站药箱','前台','0712-2345676',30920000,113920000,200,2100,180,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,7,'1JJ0BHX',13,'东门药箱','','',NULL,NULL,50,500,50,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,8,'PV78A04',14,'西门药箱','','',NULL,NULL,50,600,60,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,9,'0CDXD0D',11,'物业药箱','物业办公室','0712-2345679',NULL,NULL,80,900,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,10,'DSDTQYS',16,'Gate box','left of the gate','',NULL,NULL,33,333,33,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,11,'72SPB90',16,'Lobby box','','',NULL,NULL,1,1,1,7,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,12,'62045JT',17,'Old box','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'retired');
CREATE TABLE person (
    tenant     INTEGER NOT NULL REFERENCES tenant,
    id         INTEGER NOT NULL CHECK (id > 0),
    name       TEXT NOT NULL CHECK (name <> ''),
    role       TEXT NOT NULL CHECK (role IN ('volunteer', 'secretary', 'office')),
    area       INTEGER NOT NULL REFERENCES area, -- the subtree that the role holds for
    created_at INTEGER NOT NULL,
    state      TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
INSERT INTO person VALUES(2,1,'志愿者 1','volunteer',2,1793491200001,'active');
INSERT INTO person VALUES(2,2,'志愿者 2','office',2,1793491200002,'active');
INSERT INTO person VALUES(2,3,'志愿者 3','secretary',2,1793491200003,'active');
INSERT INTO person VALUES(2,4,'志愿者 4','volunteer',2,1793491200004,'active');
INSERT INTO person VALUES(2,5,'志愿者 5','office',2,1793491200005,'active');
INSERT INTO person VALUES(2,6,'志愿者 6','secretary',2,1793491200006,'active');
INSERT INTO person VALUES(2,7,'志愿者 7','volunteer',2,1793491200007,'active');
INSERT INTO person VALUES(2,8,'志愿者 8','office',2,1793491200008,'active');
INSERT INTO person VALUES(2,9,'志愿者 9','secretary',2,1793491200009,'active');
INSERT INTO person VALUES(2,10,'志愿者 10','volunteer',2,1793491200010,'active');
INSERT INTO person VALUES(2,11,'志愿者 11','office',2,1793491200011,'active');
INSERT INTO person VALUES(2,12,'志愿者 12','secretary',2,1793491200012,'retired');
CREATE TABLE setting (
    area  INTEGER NOT NULL REFERENCES area,
    box   INTEGER NOT NULL DEFAULT 0,
    key   TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (area, box, key)
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES(2,0,'household.salt','7d9172e418808a97aaf6a0c7d014427fce455aa11449b7fb8896b20c699b44c5');
INSERT INTO setting VALUES(2,0,'label.host','box.example');
INSERT INTO setting VALUES(3,0,'intake.days-left','60');
INSERT INTO setting VALUES(3,0,'minimum','4');
INSERT INTO setting VALUES(3,0,'shortage.window','14');
INSERT INTO setting VALUES(8,6,'minimum.fever','9');
INSERT INTO setting VALUES(11,0,'intake.days-left','60');
INSERT INTO setting VALUES(11,0,'minimum','4');
INSERT INTO setting VALUES(11,0,'shortage.window','14');
INSERT INTO setting VALUES(15,0,'intake.days-left','60');
INSERT INTO setting VALUES(15,0,'minimum','4');
INSERT INTO setting VALUES(15,0,'shortage.window','14');
INSERT INTO setting VALUES(16,10,'intake.lot-required','1');
CREATE TABLE label_print (
    tenant INTEGER NOT NULL,
    id     INTEGER NOT NULL CHECK (id > 0),
    box    INTEGER NOT NULL,
    nonce  TEXT NOT NULL DEFAULT '',
    at     INTEGER NOT NULL,
    person INTEGER,
    reason TEXT NOT NULL DEFAULT '', said TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO label_print VALUES(2,1,1,'DMNJ',1793491200000,NULL,'the first ones',replace('1号楼药箱\n书院社区 第一网格\n1号楼 大厅左侧\nHQQ-SBDE\nSealed OTC only, 90+ days left\n\n☎ 0712-2345671\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,2,2,'DG0E',1793491200000,NULL,'the first ones',replace('2号楼药箱\n书院社区 第一网格\n2号楼 门口, "东"侧\nN0Z-MMZX\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,3,3,'ZA9T',1793491200000,NULL,'the first ones',replace('3号楼药箱\n书院社区 第一网格\n3号楼\nS01-YGMF\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,4,6,'V624',1793491200000,NULL,'the first ones',replace('服务站药箱\n书院社区 第二网格\n前台\n08Z-TQ9B\nSealed OTC only, 90+ days left\n\n☎ 0712-2345676\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,5,4,'K4B2',1793491200000,NULL,'the first ones',replace('4号楼药箱\n书院社区 第二网格\n4号楼\nZMH-N2P8\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,6,5,'2K2Z',1793491200000,NULL,'the first ones',replace('5号楼药箱\n书院社区 第二网格\n5号楼\nB9F-HP7A\nSealed OTC only, 90+ days left\n\n☎ 0712-2345675\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,7,9,'ZXXW',1793491200000,NULL,'the first ones',replace('物业药箱\n槐荫社区\n物业办公室\n0CD-XD0D\nSealed OTC only, 90+ days left\n\n☎ 0712-2345679\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,8,7,'N42F',1793491200000,NULL,'the first ones',replace('东门药箱\n槐荫社区 第一网格\n1号楼\n1JJ-0BHX\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,9,8,'WQR8',1793491200000,NULL,'the first ones',replace('西门药箱\n槐荫社区 第一网格\n2号楼\nPV7-8A04\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,10,10,'GFHQ',1793491200000,NULL,'the first ones',replace('Gate box\nRiverside Grid 1\nleft of the gate\nDSD-TQYS\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,11,11,'Z60F',1793491200000,NULL,'the first ones',replace('Lobby box\nRiverside Grid 1\n\n72S-PB90\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,12,10,'WYPA',1793491200000,NULL,'torn',replace('Gate box\nRiverside Grid 1\nleft of the gate\nDSD-TQYS\nSealed OTC only, 90+ days left\n\n\nbox.example','\n',char(10)));
CREATE TABLE drug_type (
    id       INTEGER PRIMARY KEY,
    key      TEXT NOT NULL UNIQUE,
    critical INTEGER NOT NULL CHECK (critical IN (0, 1)) -- shortage flags start with these
) STRICT;
INSERT INTO drug_type VALUES(1,'fever',1);
INSERT INTO drug_type VALUES(2,'cold',1);
INSERT INTO drug_type VALUES(3,'cough',0);
INSERT INTO drug_type VALUES(4,'pain',0);
INSERT INTO drug_type VALUES(5,'throat',0);
INSERT INTO drug_type VALUES(6,'stomach',0);
INSERT INTO drug_type VALUES(7,'allergy',0);
INSERT INTO drug_type VALUES(8,'topical',0);
INSERT INTO drug_type VALUES(9,'supplies',0);
INSERT INTO drug_type VALUES(10,'other',0);
CREATE TABLE drug (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    name       TEXT NOT NULL CHECK (name <> ''),   -- generic name
    brand      TEXT NOT NULL DEFAULT '',
    type       INTEGER NOT NULL REFERENCES drug_type,
    age        INTEGER NOT NULL CHECK (age IN (0, 1, 2)), -- 0 all ages, 1 adult, 2 child
    form       TEXT NOT NULL,
    strength   TEXT NOT NULL DEFAULT '',
    unit       TEXT NOT NULL,                      -- the base unit that amounts are counted in
    day_units  INTEGER NOT NULL CHECK (day_units > 0),  -- base units one person takes in a day
    pack_units INTEGER NOT NULL CHECK (pack_units > 0), -- base units in the usual pack
    class      TEXT NOT NULL CHECK (class IN ('A', 'B', 'rx', 'none')), -- OTC A, OTC B, prescription
    cold_chain INTEGER NOT NULL DEFAULT 0 CHECK (cold_chain IN (0, 1)), -- needs a fridge
    dated      INTEGER NOT NULL DEFAULT 1 CHECK (dated IN (0, 1)),      -- 0: does not expire
    approval   TEXT NOT NULL DEFAULT '',
    maker      TEXT NOT NULL DEFAULT '',
    state      TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
    UNIQUE (name, brand, strength, maker)
) STRICT;
INSERT INTO drug VALUES(1,'对乙酰氨基酚片','',1,1,'tablet','0.5g','片',4,20,'A',0,1,'','','active');
INSERT INTO drug VALUES(2,'对乙酰氨基酚缓释片','',1,1,'tablet','0.65g','片',3,18,'A',0,1,'','','active');
INSERT INTO drug VALUES(3,'布洛芬片','',1,1,'tablet','0.2g','片',4,24,'A',0,1,'','','active');
INSERT INTO drug VALUES(4,'布洛芬缓释胶囊','',1,1,'capsule','0.3g','粒',2,20,'A',0,1,'','','active');
INSERT INTO drug VALUES(5,'阿司匹林泡腾片','',1,1,'effervescent','0.5g','片',4,10,'A',0,1,'','','retired');
INSERT INTO drug VALUES(6,'柴胡口服液','',1,1,'oral_liquid','10ml','支',3,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(7,'布洛芬混悬液','',1,2,'suspension','100ml:2g','ml',20,100,'A',0,1,'','','active');
INSERT INTO drug VALUES(8,'布洛芬混悬滴剂','',1,2,'drops','15ml:0.6g','ml',5,15,'A',0,1,'','','active');
INSERT INTO drug VALUES(9,'对乙酰氨基酚混悬液','',1,2,'suspension','100ml:3.2g','ml',20,100,'A',0,1,'','','active');
INSERT INTO drug VALUES(10,'对乙酰氨基酚混悬滴剂','',1,2,'drops','15ml:1.5g','ml',6,15,'A',0,1,'','','active');
INSERT INTO drug VALUES(11,'对乙酰氨基酚栓','',1,2,'suppository','0.15g','粒',4,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(12,'小儿布洛芬栓','',1,2,'suppository','50mg','粒',4,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(13,'小儿退热口服液','',1,2,'oral_liquid','10ml','支',3,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(14,'小儿柴桂退热颗粒','',1,2,'granules','5g','袋',4,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(15,'复方氨酚烷胺片','',2,1,'tablet','','片',2,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(16,'复方氨酚烷胺胶囊','',2,1,'capsule','','粒',2,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(17,'酚麻美敏片','',2,1,'tablet','','片',4,20,'A',0,1,'','','active');
INSERT INTO drug VALUES(18,'复方盐酸伪麻黄碱缓释胶囊','',2,1,'capsule','','粒',2,8,'A',0,1,'','','active');
INSERT INTO drug VALUES(19,'氨咖黄敏胶囊','',2,1,'capsule','','粒',3,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(20,'维C银翘片','',2,1,'tablet','','片',6,24,'A',0,1,'','','active');
INSERT INTO drug VALUES(21,'感冒灵颗粒','',2,1,'granules','10g','袋',3,9,'A',0,1,'','','active');
INSERT INTO drug VALUES(22,'感冒清热颗粒','',2,1,'granules','12g','袋',2,10,'B',0,1,'','','active');
INSERT INTO drug VALUES(23,'连花清瘟胶囊','',2,1,'capsule','0.35g','粒',12,24,'A',0,1,'','','active');
INSERT INTO drug VALUES(24,'板蓝根颗粒','',2,0,'granules','10g','袋',3,20,'B',0,1,'','','active');
INSERT INTO drug VALUES(25,'银翘解毒片','',2,1,'tablet','','片',12,48,'A',0,1,'','','active');
INSERT INTO drug VALUES(26,'双黄连口服液','',2,1,'oral_liquid','10ml','支',6,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(27,'抗病毒口服液','',2,1,'oral_liquid','10ml','支',3,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(28,'小柴胡颗粒','',2,1,'granules','10g','袋',3,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(29,'小儿氨酚黄那敏颗粒','',2,2,'granules','','袋',3,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(30,'小儿氨酚烷胺颗粒','',2,2,'granules','6g','袋',2,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(31,'小儿感冒颗粒','',2,2,'granules','12g','袋',2,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(32,'小儿伪麻美芬滴剂','',2,2,'drops','15ml','ml',6,15,'A',0,1,'','','active');
INSERT INTO drug VALUES(33,'小儿热速清口服液','',2,2,'oral_liquid','10ml','支',4,6,'A',0,1,'','','active');
INSERT INTO drug VALUES(34,'盐酸氨溴索片','',3,1,'tablet','30mg','片',3,20,'A',0,1,'','','active');
INSERT INTO drug VALUES(35,'盐酸氨溴索口服溶液','',3,0,'solution','100ml:0.6g','ml',20,100,'A',0,1,'','','active');
INSERT INTO drug VALUES(36,'羧甲司坦片','',3,1,'tablet','0.25g','片',6,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(37,'急支糖浆','',3,1,'syrup','200ml','ml',80,200,'A',0,1,'','','active');
INSERT INTO drug VALUES(38,'蜜炼川贝枇杷膏','',3,1,'syrup','','ml',45,100,'A',0,1,'','','active');
INSERT INTO drug VALUES(39,'蛇胆川贝液','',3,1,'oral_liquid','10ml','支',2,6,'A',0,1,'','','active');
INSERT INTO drug VALUES(40,'橘红痰咳液','',3,1,'oral_liquid','10ml','支',3,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(41,'小儿止咳糖浆','',3,2,'syrup','100ml','ml',20,100,'A',0,1,'','','active');
INSERT INTO drug VALUES(42,'小儿肺热咳喘口服液','',3,2,'oral_liquid','10ml','支',3,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(43,'小儿清肺化痰颗粒','',3,2,'granules','6g','袋',2,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(44,'复方对乙酰氨基酚片','',4,1,'tablet','','片',3,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(45,'元胡止痛片','',4,1,'tablet','','片',12,24,'B',0,1,'','','active');
INSERT INTO drug VALUES(46,'双氯芬酸二乙胺乳胶剂','',4,1,'gel','20g','g',8,20,'A',0,1,'','','active');
INSERT INTO drug VALUES(47,'西瓜霜润喉片','',5,1,'lozenge','0.6g','片',16,24,'B',0,1,'','','active');
INSERT INTO drug VALUES(48,'金嗓子喉片','',5,1,'lozenge','2g','片',6,12,'B',0,1,'','','active');
INSERT INTO drug VALUES(49,'复方草珊瑚含片','',5,1,'lozenge','0.44g','片',12,48,'B',0,1,'','','active');
INSERT INTO drug VALUES(50,'西地碘含片','',5,1,'lozenge','1.5mg','片',4,15,'A',0,1,'','','active');
INSERT INTO drug VALUES(51,'清咽滴丸','',5,1,'pill','20mg','丸',15,100,'A',0,1,'','','active');
INSERT INTO drug VALUES(52,'蒙脱石散','',6,0,'powder','3g','袋',3,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(53,'口服补液盐散(Ⅲ)','',6,0,'powder','5.125g','袋',3,6,'A',0,1,'','','active');
INSERT INTO drug VALUES(54,'多潘立酮片','',6,1,'tablet','10mg','片',3,30,'A',0,1,'','','active');
INSERT INTO drug VALUES(55,'铝碳酸镁咀嚼片','',6,1,'chewable','0.5g','片',6,20,'A',0,1,'','','active');
INSERT INTO drug VALUES(56,'奥美拉唑肠溶胶囊','',6,1,'capsule','10mg','粒',2,14,'A',0,1,'','','active');
INSERT INTO drug VALUES(57,'盐酸小檗碱片','',6,1,'tablet','0.1g','片',6,24,'A',0,1,'','','active');
INSERT INTO drug VALUES(58,'健胃消食片','',6,0,'chewable','0.8g','片',9,32,'B',0,1,'','','active');
INSERT INTO drug VALUES(59,'乳酸菌素片','',6,0,'chewable','0.4g','片',9,36,'B',0,1,'','','active');
INSERT INTO drug VALUES(60,'藿香正气水','',6,1,'oral_liquid','10ml','支',2,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(61,'氯雷他定片','',7,1,'tablet','10mg','片',1,6,'A',0,1,'','','active');
INSERT INTO drug VALUES(62,'盐酸西替利嗪片','',7,1,'tablet','10mg','片',1,12,'A',0,1,'','','active');
INSERT INTO drug VALUES(63,'马来酸氯苯那敏片','',7,1,'tablet','4mg','片',3,24,'A',0,1,'','','active');
INSERT INTO drug VALUES(64,'氯雷他定糖浆','',7,2,'syrup','60ml:60mg','ml',5,60,'A',0,1,'','','active');
INSERT INTO drug VALUES(65,'炉甘石洗剂','',8,0,'liniment','100ml','ml',15,100,'B',0,1,'','','active');
INSERT INTO drug VALUES(66,'红霉素软膏','',8,0,'ointment','10g','g',2,10,'A',0,1,'','','active');
INSERT INTO drug VALUES(67,'莫匹罗星软膏','',8,0,'ointment','5g','g',1,5,'A',0,1,'','','active');
INSERT INTO drug VALUES(68,'伤湿止痛膏','',8,1,'patch','','贴',1,10,'B',0,1,'','','active');
INSERT INTO drug VALUES(69,'风油精','',8,1,'liniment','3ml','ml',1,3,'B',0,1,'','','active');
INSERT INTO drug VALUES(70,'退热贴','',8,0,'patch','','贴',3,4,'none',0,1,'','','active');
INSERT INTO drug VALUES(71,'碘伏消毒液','',8,0,'solution','100ml','ml',10,100,'none',0,1,'','','active');
INSERT INTO drug VALUES(72,'创可贴','',8,0,'patch','','贴',2,20,'none',0,1,'','','active');
INSERT INTO drug VALUES(73,'维生素C片','',10,1,'tablet','0.1g','片',3,100,'B',0,1,'','','active');
INSERT INTO drug VALUES(74,'新冠病毒抗原检测试剂','',9,0,'device','','份',1,1,'none',0,1,'','','active');
INSERT INTO drug VALUES(75,'医用外科口罩','',9,0,'device','','只',2,10,'none',0,1,'','','active');
INSERT INTO drug VALUES(76,'医用防护口罩','',9,0,'device','N95','只',1,1,'none',0,1,'','','active');
INSERT INTO drug VALUES(77,'酒精棉片','',9,0,'device','','片',5,50,'none',0,1,'','','active');
INSERT INTO drug VALUES(78,'电子体温计','',9,0,'device','','支',1,1,'none',0,0,'','','active');
INSERT INTO drug VALUES(79,'指夹式血氧仪','',9,0,'device','','台',1,1,'none',0,0,'','','active');
INSERT INTO drug VALUES(80,'Thermometer','Warm',9,0,'device','','piece',1,1,'none',0,0,'','A & B','active');
CREATE TABLE drug_ingredient (
    drug       INTEGER NOT NULL REFERENCES drug,
    ingredient TEXT NOT NULL CHECK (ingredient <> ''),
    PRIMARY KEY (drug, ingredient)
) STRICT, WITHOUT ROWID;
INSERT INTO drug_ingredient VALUES(1,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(2,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(3,'布洛芬');
INSERT INTO drug_ingredient VALUES(4,'布洛芬');
INSERT INTO drug_ingredient VALUES(5,'阿司匹林');
INSERT INTO drug_ingredient VALUES(6,'柴胡');
INSERT INTO drug_ingredient VALUES(7,'布洛芬');
INSERT INTO drug_ingredient VALUES(8,'布洛芬');
INSERT INTO drug_ingredient VALUES(9,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(10,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(11,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(12,'布洛芬');
INSERT INTO drug_ingredient VALUES(13,'地龙');
INSERT INTO drug_ingredient VALUES(13,'大青叶');
INSERT INTO drug_ingredient VALUES(13,'板蓝根');
INSERT INTO drug_ingredient VALUES(13,'柴胡');
INSERT INTO drug_ingredient VALUES(13,'栀子');
INSERT INTO drug_ingredient VALUES(13,'淡竹叶');
INSERT INTO drug_ingredient VALUES(13,'牡丹皮');
INSERT INTO drug_ingredient VALUES(13,'白薇');
INSERT INTO drug_ingredient VALUES(13,'连翘');
INSERT INTO drug_ingredient VALUES(13,'重楼');
INSERT INTO drug_ingredient VALUES(13,'金银花');
INSERT INTO drug_ingredient VALUES(13,'黄芩');
INSERT INTO drug_ingredient VALUES(14,'柴胡');
INSERT INTO drug_ingredient VALUES(14,'桂枝');
INSERT INTO drug_ingredient VALUES(14,'浮萍');
INSERT INTO drug_ingredient VALUES(14,'白芍');
INSERT INTO drug_ingredient VALUES(14,'葛根');
INSERT INTO drug_ingredient VALUES(14,'蝉蜕');
INSERT INTO drug_ingredient VALUES(14,'黄芩');
INSERT INTO drug_ingredient VALUES(15,'人工牛黄');
INSERT INTO drug_ingredient VALUES(15,'咖啡因');
INSERT INTO drug_ingredient VALUES(15,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(15,'盐酸金刚烷胺');
INSERT INTO drug_ingredient VALUES(15,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(16,'人工牛黄');
INSERT INTO drug_ingredient VALUES(16,'咖啡因');
INSERT INTO drug_ingredient VALUES(16,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(16,'盐酸金刚烷胺');
INSERT INTO drug_ingredient VALUES(16,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(17,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(17,'氢溴酸右美沙芬');
INSERT INTO drug_ingredient VALUES(17,'盐酸伪麻黄碱');
INSERT INTO drug_ingredient VALUES(17,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(18,'盐酸伪麻黄碱');
INSERT INTO drug_ingredient VALUES(18,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(19,'人工牛黄');
INSERT INTO drug_ingredient VALUES(19,'咖啡因');
INSERT INTO drug_ingredient VALUES(19,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(19,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(20,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(20,'桔梗');
INSERT INTO drug_ingredient VALUES(20,'淡竹叶');
INSERT INTO drug_ingredient VALUES(20,'淡豆豉');
INSERT INTO drug_ingredient VALUES(20,'牛蒡子');
INSERT INTO drug_ingredient VALUES(20,'甘草');
INSERT INTO drug_ingredient VALUES(20,'维生素C');
INSERT INTO drug_ingredient VALUES(20,'芦根');
INSERT INTO drug_ingredient VALUES(20,'荆芥');
INSERT INTO drug_ingredient VALUES(20,'薄荷油');
INSERT INTO drug_ingredient VALUES(20,'连翘');
INSERT INTO drug_ingredient VALUES(20,'金银花');
INSERT INTO drug_ingredient VALUES(20,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(21,'三叉苦');
INSERT INTO drug_ingredient VALUES(21,'咖啡因');
INSERT INTO drug_ingredient VALUES(21,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(21,'岗梅');
INSERT INTO drug_ingredient VALUES(21,'薄荷油');
INSERT INTO drug_ingredient VALUES(21,'野菊花');
INSERT INTO drug_ingredient VALUES(21,'金盏银盘');
INSERT INTO drug_ingredient VALUES(21,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(22,'柴胡');
INSERT INTO drug_ingredient VALUES(22,'桔梗');
INSERT INTO drug_ingredient VALUES(22,'白芷');
INSERT INTO drug_ingredient VALUES(22,'紫苏叶');
INSERT INTO drug_ingredient VALUES(22,'芦根');
INSERT INTO drug_ingredient VALUES(22,'苦地丁');
INSERT INTO drug_ingredient VALUES(22,'苦杏仁');
INSERT INTO drug_ingredient VALUES(22,'荆芥穗');
INSERT INTO drug_ingredient VALUES(22,'葛根');
INSERT INTO drug_ingredient VALUES(22,'薄荷');
INSERT INTO drug_ingredient VALUES(22,'防风');
INSERT INTO drug_ingredient VALUES(23,'大黄');
INSERT INTO drug_ingredient VALUES(23,'广藿香');
INSERT INTO drug_ingredient VALUES(23,'板蓝根');
INSERT INTO drug_ingredient VALUES(23,'炒苦杏仁');
INSERT INTO drug_ingredient VALUES(23,'炙麻黄');
INSERT INTO drug_ingredient VALUES(23,'甘草');
INSERT INTO drug_ingredient VALUES(23,'石膏');
INSERT INTO drug_ingredient VALUES(23,'红景天');
INSERT INTO drug_ingredient VALUES(23,'绵马贯众');
INSERT INTO drug_ingredient VALUES(23,'薄荷脑');
INSERT INTO drug_ingredient VALUES(23,'连翘');
INSERT INTO drug_ingredient VALUES(23,'金银花');
INSERT INTO drug_ingredient VALUES(23,'鱼腥草');
INSERT INTO drug_ingredient VALUES(24,'板蓝根');
INSERT INTO drug_ingredient VALUES(25,'桔梗');
INSERT INTO drug_ingredient VALUES(25,'淡竹叶');
INSERT INTO drug_ingredient VALUES(25,'淡豆豉');
INSERT INTO drug_ingredient VALUES(25,'牛蒡子');
INSERT INTO drug_ingredient VALUES(25,'甘草');
INSERT INTO drug_ingredient VALUES(25,'荆芥');
INSERT INTO drug_ingredient VALUES(25,'薄荷');
INSERT INTO drug_ingredient VALUES(25,'连翘');
INSERT INTO drug_ingredient VALUES(25,'金银花');
INSERT INTO drug_ingredient VALUES(26,'连翘');
INSERT INTO drug_ingredient VALUES(26,'金银花');
INSERT INTO drug_ingredient VALUES(26,'黄芩');
INSERT INTO drug_ingredient VALUES(27,'地黄');
INSERT INTO drug_ingredient VALUES(27,'广藿香');
INSERT INTO drug_ingredient VALUES(27,'板蓝根');
INSERT INTO drug_ingredient VALUES(27,'知母');
INSERT INTO drug_ingredient VALUES(27,'石膏');
INSERT INTO drug_ingredient VALUES(27,'石菖蒲');
INSERT INTO drug_ingredient VALUES(27,'芦根');
INSERT INTO drug_ingredient VALUES(27,'连翘');
INSERT INTO drug_ingredient VALUES(27,'郁金');
INSERT INTO drug_ingredient VALUES(28,'党参');
INSERT INTO drug_ingredient VALUES(28,'大枣');
INSERT INTO drug_ingredient VALUES(28,'姜半夏');
INSERT INTO drug_ingredient VALUES(28,'柴胡');
INSERT INTO drug_ingredient VALUES(28,'甘草');
INSERT INTO drug_ingredient VALUES(28,'生姜');
INSERT INTO drug_ingredient VALUES(28,'黄芩');
INSERT INTO drug_ingredient VALUES(29,'人工牛黄');
INSERT INTO drug_ingredient VALUES(29,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(29,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(30,'人工牛黄');
INSERT INTO drug_ingredient VALUES(30,'咖啡因');
INSERT INTO drug_ingredient VALUES(30,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(30,'盐酸金刚烷胺');
INSERT INTO drug_ingredient VALUES(30,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(31,'地骨皮');
INSERT INTO drug_ingredient VALUES(31,'地黄');
INSERT INTO drug_ingredient VALUES(31,'大青叶');
INSERT INTO drug_ingredient VALUES(31,'广藿香');
INSERT INTO drug_ingredient VALUES(31,'板蓝根');
INSERT INTO drug_ingredient VALUES(31,'白薇');
INSERT INTO drug_ingredient VALUES(31,'石膏');
INSERT INTO drug_ingredient VALUES(31,'菊花');
INSERT INTO drug_ingredient VALUES(31,'薄荷');
INSERT INTO drug_ingredient VALUES(31,'连翘');
INSERT INTO drug_ingredient VALUES(32,'氢溴酸右美沙芬');
INSERT INTO drug_ingredient VALUES(32,'盐酸伪麻黄碱');
INSERT INTO drug_ingredient VALUES(33,'大黄');
INSERT INTO drug_ingredient VALUES(33,'板蓝根');
INSERT INTO drug_ingredient VALUES(33,'柴胡');
INSERT INTO drug_ingredient VALUES(33,'水牛角');
INSERT INTO drug_ingredient VALUES(33,'葛根');
INSERT INTO drug_ingredient VALUES(33,'连翘');
INSERT INTO drug_ingredient VALUES(33,'金银花');
INSERT INTO drug_ingredient VALUES(33,'黄芩');
INSERT INTO drug_ingredient VALUES(34,'盐酸氨溴索');
INSERT INTO drug_ingredient VALUES(35,'盐酸氨溴索');
INSERT INTO drug_ingredient VALUES(36,'羧甲司坦');
INSERT INTO drug_ingredient VALUES(37,'前胡');
INSERT INTO drug_ingredient VALUES(37,'四季青');
INSERT INTO drug_ingredient VALUES(37,'枳壳');
INSERT INTO drug_ingredient VALUES(37,'甘草');
INSERT INTO drug_ingredient VALUES(37,'紫菀');
INSERT INTO drug_ingredient VALUES(37,'金荞麦');
INSERT INTO drug_ingredient VALUES(37,'鱼腥草');
INSERT INTO drug_ingredient VALUES(37,'麻黄');
INSERT INTO drug_ingredient VALUES(38,'五味子');
INSERT INTO drug_ingredient VALUES(38,'化橘红');
INSERT INTO drug_ingredient VALUES(38,'南沙参');
INSERT INTO drug_ingredient VALUES(38,'川贝母');
INSERT INTO drug_ingredient VALUES(38,'杏仁水');
INSERT INTO drug_ingredient VALUES(38,'枇杷叶');
INSERT INTO drug_ingredient VALUES(38,'桔梗');
INSERT INTO drug_ingredient VALUES(38,'款冬花');
INSERT INTO drug_ingredient VALUES(38,'法半夏');
INSERT INTO drug_ingredient VALUES(38,'瓜蒌子');
INSERT INTO drug_ingredient VALUES(38,'甘草');
INSERT INTO drug_ingredient VALUES(38,'生姜');
INSERT INTO drug_ingredient VALUES(38,'苦杏仁');
INSERT INTO drug_ingredient VALUES(38,'茯苓');
INSERT INTO drug_ingredient VALUES(38,'薄荷脑');
INSERT INTO drug_ingredient VALUES(38,'远志');
INSERT INTO drug_ingredient VALUES(39,'平贝母');
INSERT INTO drug_ingredient VALUES(39,'蛇胆汁');
INSERT INTO drug_ingredient VALUES(40,'五味子');
INSERT INTO drug_ingredient VALUES(40,'化橘红');
INSERT INTO drug_ingredient VALUES(40,'半夏');
INSERT INTO drug_ingredient VALUES(40,'甘草');
INSERT INTO drug_ingredient VALUES(40,'白前');
INSERT INTO drug_ingredient VALUES(40,'百部');
INSERT INTO drug_ingredient VALUES(40,'苦杏仁');
INSERT INTO drug_ingredient VALUES(40,'茯苓');
INSERT INTO drug_ingredient VALUES(41,'桔梗流浸膏');
INSERT INTO drug_ingredient VALUES(41,'橙皮酊');
INSERT INTO drug_ingredient VALUES(41,'氯化铵');
INSERT INTO drug_ingredient VALUES(41,'甘草流浸膏');
INSERT INTO drug_ingredient VALUES(42,'板蓝根');
INSERT INTO drug_ingredient VALUES(42,'甘草');
INSERT INTO drug_ingredient VALUES(42,'知母');
INSERT INTO drug_ingredient VALUES(42,'石膏');
INSERT INTO drug_ingredient VALUES(42,'苦杏仁');
INSERT INTO drug_ingredient VALUES(42,'连翘');
INSERT INTO drug_ingredient VALUES(42,'金银花');
INSERT INTO drug_ingredient VALUES(42,'鱼腥草');
INSERT INTO drug_ingredient VALUES(42,'麦冬');
INSERT INTO drug_ingredient VALUES(42,'麻黄');
INSERT INTO drug_ingredient VALUES(42,'黄芩');
INSERT INTO drug_ingredient VALUES(43,'前胡');
INSERT INTO drug_ingredient VALUES(43,'炒紫苏子');
INSERT INTO drug_ingredient VALUES(43,'炒苦杏仁');
INSERT INTO drug_ingredient VALUES(43,'石膏');
INSERT INTO drug_ingredient VALUES(43,'竹茹');
INSERT INTO drug_ingredient VALUES(43,'葶苈子');
INSERT INTO drug_ingredient VALUES(43,'麻黄');
INSERT INTO drug_ingredient VALUES(43,'黄芩');
INSERT INTO drug_ingredient VALUES(44,'咖啡因');
INSERT INTO drug_ingredient VALUES(44,'对乙酰氨基酚');
INSERT INTO drug_ingredient VALUES(44,'异丙安替比林');
INSERT INTO drug_ingredient VALUES(45,'延胡索');
INSERT INTO drug_ingredient VALUES(45,'白芷');
INSERT INTO drug_ingredient VALUES(46,'双氯芬酸二乙胺');
INSERT INTO drug_ingredient VALUES(47,'冰片');
INSERT INTO drug_ingredient VALUES(47,'薄荷素油');
INSERT INTO drug_ingredient VALUES(47,'薄荷脑');
INSERT INTO drug_ingredient VALUES(47,'西瓜霜');
INSERT INTO drug_ingredient VALUES(48,'八角茴香油');
INSERT INTO drug_ingredient VALUES(48,'山银花');
INSERT INTO drug_ingredient VALUES(48,'桉油');
INSERT INTO drug_ingredient VALUES(48,'橘红');
INSERT INTO drug_ingredient VALUES(48,'石斛');
INSERT INTO drug_ingredient VALUES(48,'罗汉果');
INSERT INTO drug_ingredient VALUES(48,'薄荷脑');
INSERT INTO drug_ingredient VALUES(48,'西青果');
INSERT INTO drug_ingredient VALUES(49,'肿节风浸膏');
INSERT INTO drug_ingredient VALUES(49,'薄荷素油');
INSERT INTO drug_ingredient VALUES(49,'薄荷脑');
INSERT INTO drug_ingredient VALUES(50,'分子碘');
INSERT INTO drug_ingredient VALUES(51,'人工牛黄');
INSERT INTO drug_ingredient VALUES(51,'冰片');
INSERT INTO drug_ingredient VALUES(51,'甘草');
INSERT INTO drug_ingredient VALUES(51,'薄荷脑');
INSERT INTO drug_ingredient VALUES(51,'诃子');
INSERT INTO drug_ingredient VALUES(51,'青黛');
INSERT INTO drug_ingredient VALUES(52,'蒙脱石');
INSERT INTO drug_ingredient VALUES(53,'无水葡萄糖');
INSERT INTO drug_ingredient VALUES(53,'枸橼酸钠');
INSERT INTO drug_ingredient VALUES(53,'氯化钠');
INSERT INTO drug_ingredient VALUES(53,'氯化钾');
INSERT INTO drug_ingredient VALUES(54,'多潘立酮');
INSERT INTO drug_ingredient VALUES(55,'铝碳酸镁');
INSERT INTO drug_ingredient VALUES(56,'奥美拉唑');
INSERT INTO drug_ingredient VALUES(57,'盐酸小檗碱');
INSERT INTO drug_ingredient VALUES(58,'太子参');
INSERT INTO drug_ingredient VALUES(58,'山楂');
INSERT INTO drug_ingredient VALUES(58,'山药');
INSERT INTO drug_ingredient VALUES(58,'陈皮');
INSERT INTO drug_ingredient VALUES(58,'麦芽');
INSERT INTO drug_ingredient VALUES(59,'乳酸菌素');
INSERT INTO drug_ingredient VALUES(60,'厚朴');
INSERT INTO drug_ingredient VALUES(60,'大腹皮');
INSERT INTO drug_ingredient VALUES(60,'广藿香油');
INSERT INTO drug_ingredient VALUES(60,'甘草浸膏');
INSERT INTO drug_ingredient VALUES(60,'生半夏');
INSERT INTO drug_ingredient VALUES(60,'白芷');
INSERT INTO drug_ingredient VALUES(60,'紫苏叶油');
INSERT INTO drug_ingredient VALUES(60,'苍术');
INSERT INTO drug_ingredient VALUES(60,'茯苓');
INSERT INTO drug_ingredient VALUES(60,'陈皮');
INSERT INTO drug_ingredient VALUES(61,'氯雷他定');
INSERT INTO drug_ingredient VALUES(62,'盐酸西替利嗪');
INSERT INTO drug_ingredient VALUES(63,'马来酸氯苯那敏');
INSERT INTO drug_ingredient VALUES(64,'氯雷他定');
INSERT INTO drug_ingredient VALUES(65,'氧化锌');
INSERT INTO drug_ingredient VALUES(65,'炉甘石');
INSERT INTO drug_ingredient VALUES(66,'红霉素');
INSERT INTO drug_ingredient VALUES(67,'莫匹罗星');
INSERT INTO drug_ingredient VALUES(68,'伤湿止痛流浸膏');
INSERT INTO drug_ingredient VALUES(68,'冰片');
INSERT INTO drug_ingredient VALUES(68,'樟脑');
INSERT INTO drug_ingredient VALUES(68,'水杨酸甲酯');
INSERT INTO drug_ingredient VALUES(68,'芸香浸膏');
INSERT INTO drug_ingredient VALUES(68,'薄荷脑');
INSERT INTO drug_ingredient VALUES(68,'颠茄流浸膏');
INSERT INTO drug_ingredient VALUES(69,'丁香酚');
INSERT INTO drug_ingredient VALUES(69,'桉油');
INSERT INTO drug_ingredient VALUES(69,'樟脑');
INSERT INTO drug_ingredient VALUES(69,'水杨酸甲酯');
INSERT INTO drug_ingredient VALUES(69,'薄荷脑');
INSERT INTO drug_ingredient VALUES(71,'聚维酮碘');
INSERT INTO drug_ingredient VALUES(73,'维生素C');
CREATE TABLE code (
    kind       TEXT NOT NULL CHECK (kind IN ('gtin', 'trace', 'national', 'approval', 'own')),
    code       TEXT NOT NULL CHECK (code <> ''),
    drug       INTEGER NOT NULL REFERENCES drug,
    units      INTEGER NOT NULL CHECK (units > 0), -- base units in the pack level it stands on
    learned_at INTEGER NOT NULL,
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;
INSERT INTO code VALUES('own','02000000000015',1,20,1793491200000);
INSERT INTO code VALUES('own','02000000000022',3,24,1793491200000);
INSERT INTO code VALUES('own','02000000000039',7,100,1793491200000);
INSERT INTO code VALUES('own','02000000000046',21,9,1793491200000);
INSERT INTO code VALUES('own','02000000000053',24,20,1793491200000);
INSERT INTO code VALUES('own','02000000000060',29,12,1793491200000);
INSERT INTO code VALUES('own','02000000000077',20,24,1793491200000);
INSERT INTO code VALUES('own','02000000000084',23,24,1793491200000);
INSERT INTO code VALUES('own','02000000000091',28,10,1793491200000);
INSERT INTO code VALUES('own','02000000000107',34,20,1793491200000);
INSERT INTO code VALUES('own','02000000000114',6,10,1793491200000);
INSERT INTO code VALUES('trace','8123456',2,18,1793491200000);
CREATE TABLE code_unknown (
    tenant   INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    code     TEXT NOT NULL,
    box      INTEGER,               -- where it was last seen
    times    INTEGER NOT NULL CHECK (times > 0),
    first_at INTEGER NOT NULL,
    last_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant, kind, code)
) STRICT, WITHOUT ROWID;
INSERT INTO code_unknown VALUES(2,'own-label','02000000001012',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001029',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001036',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001043',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001050',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001067',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001074',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001081',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001098',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001104',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001111',1,1,1795266000000,1795266000000);
INSERT INTO code_unknown VALUES(2,'own-label','02000000001128',1,1,1795266000000,1795266000000);
CREATE TABLE recall (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    drug      INTEGER NOT NULL REFERENCES drug,
    lot       TEXT NOT NULL DEFAULT '',  -- '' recalls every lot
    reason    TEXT NOT NULL,
    at        INTEGER NOT NULL,
    lifted_at INTEGER
) STRICT;
INSERT INTO recall VALUES(1,3,'A1','notice 7 of the maker, batch A1',1795312800000,NULL);
INSERT INTO recall VALUES(2,3,'A2','notice 7 of the maker, batch A2',1795312800000,1795312800000);
INSERT INTO recall VALUES(3,3,'A3','notice 7 of the maker, batch A3',1795312800000,NULL);
INSERT INTO recall VALUES(4,3,'A4','notice 7 of the maker, batch A4',1795312800000,NULL);
INSERT INTO recall VALUES(5,3,'A5','notice 7 of the maker, batch A5',1795312800000,NULL);
INSERT INTO recall VALUES(6,3,'A6','notice 7 of the maker, batch A6',1795312800000,NULL);
INSERT INTO recall VALUES(7,3,'A7','notice 7 of the maker, batch A7',1795312800000,NULL);
INSERT INTO recall VALUES(8,3,'A8','notice 7 of the maker, batch A8',1795312800000,NULL);
INSERT INTO recall VALUES(9,3,'A9','notice 7 of the maker, batch A9',1795312800000,NULL);
INSERT INTO recall VALUES(10,3,'B3','notice 7 of the maker, batch B3',1795312800000,NULL);
INSERT INTO recall VALUES(11,3,'L-2','notice 7 of the maker, batch L-2',1795312800000,NULL);
INSERT INTO recall VALUES(12,7,'','all of it: the bottle breaks',1795312800000,NULL);
CREATE TABLE movement_kind (
    kind      INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    direction INTEGER NOT NULL CHECK (direction IN (-1, 1))
) STRICT;
INSERT INTO movement_kind VALUES(1,'donate',1);
INSERT INTO movement_kind VALUES(2,'take',-1);
INSERT INTO movement_kind VALUES(3,'send',-1);
INSERT INTO movement_kind VALUES(4,'receive',1);
INSERT INTO movement_kind VALUES(5,'found',1);
INSERT INTO movement_kind VALUES(6,'lost',-1);
INSERT INTO movement_kind VALUES(7,'discard',-1);
INSERT INTO movement_kind VALUES(8,'undo_out',1);
INSERT INTO movement_kind VALUES(9,'undo_in',-1);
CREATE TABLE movement (
    tenant    INTEGER NOT NULL REFERENCES tenant,
    seq       INTEGER NOT NULL CHECK (seq > 0),  -- given by the district's writer, without gaps
    uid       BLOB NOT NULL CHECK (length(uid) = 16), -- given by the client: posting twice is harmless
    at        INTEGER NOT NULL,        -- when it was booked
    done_at   INTEGER NOT NULL,        -- when it was done, which is earlier for a phone without signal
    kind      INTEGER NOT NULL REFERENCES movement_kind,
    box       INTEGER NOT NULL,
    drug      INTEGER NOT NULL REFERENCES drug,
    expiry    INTEGER NOT NULL,
    lot       TEXT NOT NULL,           -- '' where not known
    units     INTEGER NOT NULL CHECK (units BETWEEN 1 AND 1000000),
    reverses  INTEGER,                 -- the movement that this one undoes
    pack      TEXT,                    -- identity of the very pack: traceability code or serial
    household BLOB,                    -- salted hash of a door number
    person    INTEGER,
    transfer  INTEGER,
    reason    TEXT NOT NULL DEFAULT '',
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (tenant, seq),
    UNIQUE (tenant, uid),
    FOREIGN KEY (tenant, box) REFERENCES box,
    FOREIGN KEY (tenant, reverses) REFERENCES movement
) STRICT, WITHOUT ROWID;
INSERT INTO movement VALUES(2,1,X'0193a5b0000170008000000000000000',1793496600000,1793496600000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'c8322a100f7b86085fcc7bfeb069324222eb2aaabfeb4bcb63f870ece0dcaa9e');
INSERT INTO movement VALUES(2,2,X'0193a5b0000270008000000000000000',1793496600000,1793491200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'1ff053bd1e4b0827d6bd3f6bd2ae5310a57c9881b93a6eb2e013beeffb9a8ce4');
INSERT INTO movement VALUES(2,3,X'0193a5b0000370008000000000000000',1793528100000,1793528100000,2,6,21,20864,'240311',9,NULL,NULL,X'c58c3582af7bb89d3584b7976f053e61c82e7017bc1a41b3823302d8a53cfac7',NULL,NULL,'',X'25d6fb915a51a99a60bd12babf4f5c631c31849380b5495d6d8d1ce8849c6485');
INSERT INTO movement VALUES(2,4,X'0193a5b0000570008000000000000000',1793583000000,1793583000000,1,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'9c14473750ff8fac3cb058f8a6134f2c8593a93c21f95c0cf0a5e1811c4f48b1');
INSERT INTO movement VALUES(2,5,X'0193a5b0000670008000000000000000',1793583000000,1793577600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0e9c534a0a9b093bf561027d13608276198f3834b8b2ad7414fa88a3f1a6c822');
INSERT INTO movement VALUES(2,6,X'0193a5b0000770008000000000000000',1793614500000,1793614500000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'0eccad8450d157fb6f23a397982fcf37d884a10f16456e7a5e52c6441816a90f');
INSERT INTO movement VALUES(2,7,X'0193a5b0000970008000000000000000',1793669400000,1793669400000,1,1,3,21274,'B3',48,NULL,NULL,NULL,NULL,NULL,'',X'fc8dee9c6a5c27e55f657da0821a441b590f989a9bdb81c41e3beb9c18ae9d93');
INSERT INTO movement VALUES(2,8,X'0193a5b0001070008000000000000000',1793669400000,1793664000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'ad4ad141786598cf99baf156f705c8516a3c566b56a6f332f670da408596dfb8');
INSERT INTO movement VALUES(2,9,X'0193a5b0001370008000000000000000',1793755800000,1793755800000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'e1a1dff2dd160c46dfd49aebb75d249d34102897b3664eda8dc76eeda7d8d1e5');
INSERT INTO movement VALUES(2,10,X'0193a5b0001470008000000000000000',1793755800000,1793750400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'fa2097cb0b67b1ba7c6cb8196d17e516693e6975581b51a0503d121de627d9c5');
INSERT INTO movement VALUES(2,11,X'0193a5b0001570008000000000000000',1793787300000,1793787300000,2,1,3,21274,'B3',8,NULL,NULL,X'2f358f96bf5a010b50618f21bff3d275d4f48a96c77425ffce63f8332861b242',NULL,NULL,'',X'7da341a6898f24080236b12e5befc1797124d0cd78dc72942c6be272f52f087a');
INSERT INTO movement VALUES(2,12,X'0193a5b0001770008000000000000000',1793842200000,1793842200000,1,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'14d1712537a440f9cbbc24504e14d16337703db7b424a25a824a81bdaa107cb3');
INSERT INTO movement VALUES(2,13,X'0193a5b0001870008000000000000000',1793842200000,1793836800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'78e8561499a19021e191117ebdcd0c9ed2b1992abd9b541c08d076636004750a');
INSERT INTO movement VALUES(2,14,X'0193a5b0001970008000000000000000',1793873700000,1793873700000,2,6,21,20864,'240311',9,NULL,NULL,X'd3438e7ae3255d834b8de9bf941c78415dafbb70650e43a2135ae270d16fe124',NULL,NULL,'',X'7e6f036033fe149236ed2b66f2c8962de0b3a3ed8cfef7e4dc9c93f6c407717d');
INSERT INTO movement VALUES(2,15,X'0193a5b0002170008000000000000000',1793928600000,1793928600000,1,1,3,21274,'B6',48,NULL,NULL,NULL,NULL,NULL,'',X'84ce96903798bd2c32f1de9b72294c2e2eb1067dc13978a36cabf2294da4cb84');
INSERT INTO movement VALUES(2,16,X'0193a5b0002270008000000000000000',1793928600000,1793923200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'faa5380dcf202504b6a2d08dbe5a9021d68e8051b180460ce2dfa51b5221d3da');
INSERT INTO movement VALUES(2,17,X'0193a5b0002370008000000000000000',1793960100000,1793960100000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'c942ac39cf460b34cb72542c6b626a618495b991f264dc2e32ac7d865637c1cd');
INSERT INTO movement VALUES(2,18,X'0193a5b0002570008000000000000000',1794015000000,1794015000000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'3ff602cff635e1a61b6ae9b22b809f7209b4c9a670e9a5ce98d003d542166e9f');
INSERT INTO movement VALUES(2,19,X'0193a5b0002670008000000000000000',1794015000000,1794009600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'bca310354be2f59082c8eb7d400f63e31b4e77e09aa6d0a15df9ebca10a5a368');
INSERT INTO movement VALUES(2,20,X'0193a5b0002970008000000000000000',1794101400000,1794101400000,1,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'c87a211a258ad13eb48b6b49dd234e2d4f6f97b6c2f0a096ebdd5cd8b134c516');
INSERT INTO movement VALUES(2,21,X'0193a5b0003070008000000000000000',1794101400000,1794096000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'15f88ab4779b81e6c9fccabb214de8fba769e37a5c5c7132ff68a19bea957e04');
INSERT INTO movement VALUES(2,22,X'0193a5b0003170008000000000000000',1794132900000,1794132900000,2,1,3,21274,'B3',8,NULL,NULL,X'db16c2468d70e9eb7b886143e2a99a7fe0b11b99119e1a668a3cada092814a68',NULL,NULL,'',X'88446aaf080ca5de57847e6abfbf2b120d8b2c37a7c7579259e9953f55084729');
INSERT INTO movement VALUES(2,23,X'0193a5b0003370008000000000000000',1794187800000,1794187800000,1,1,3,21274,'B9',48,NULL,NULL,NULL,NULL,NULL,'',X'fef1bfb06a61c806c36bd8841749a91e526487adbd6c7e53581daef7ccbe0053');
INSERT INTO movement VALUES(2,24,X'0193a5b0003470008000000000000000',1794187800000,1794182400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'8b8c5edc87e8db5463d5dd07859c21eb9f0dd703b3b3bdadb492993e100fd59d');
INSERT INTO movement VALUES(2,25,X'0193a5b0003570008000000000000000',1794219300000,1794219300000,2,6,21,20864,'240311',9,NULL,NULL,X'7faea0fac2d97adbf76ccfbf14ca0f3ef67806e88d4183ea52234ed9e82845e5',NULL,NULL,'',X'859591888a51002948fd5b581cf1cb736ef052e2acb8b2c2154f103a4c73a73d');
INSERT INTO movement VALUES(2,26,X'0193a5b0003770008000000000000000',1794274200000,1794274200000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'3c8e92bdf6f39489ef1d32cfcf47b18c850336b3d26674a7383b61d5dba2c157');
INSERT INTO movement VALUES(2,27,X'0193a5b0003870008000000000000000',1794274200000,1794268800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'89c24a9c078d32e3c3c91d6570baac5e0b43d59dc1993d2b445c4623b28f4722');
INSERT INTO movement VALUES(2,28,X'0193a5b0003970008000000000000000',1794305700000,1794305700000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'36431018cc9bc3c74ddaa198abe36a1be10e1fe984332728b939fa2862fcb698');
INSERT INTO movement VALUES(2,29,X'0193a5b0004170008000000000000000',1794360600000,1794360600000,1,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'7fb60f7ca3466e51cf5c9b9090becf2c851c4c44cb4cb4d07c5f1268d478895b');
INSERT INTO movement VALUES(2,30,X'0193a5b0004270008000000000000000',1794360600000,1794355200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'cf055fb510ef0d0aafad11796d116d74cf7ffa69a98038f824d92040032e18ba');
INSERT INTO movement VALUES(2,31,X'0193a5b0004570008000000000000000',1794447000000,1794447000000,1,1,3,21274,'B12',48,NULL,NULL,NULL,NULL,NULL,'',X'16e7d8bdf6c182acc61f0406419755db46e75111f639d76977918a5e5c63de60');
INSERT INTO movement VALUES(2,32,X'0193a5b0004670008000000000000000',1794447000000,1794441600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'b52499af47a0495b8aaf3f08bf9e6a007944049506b91db451d5328fcc7774fc');
INSERT INTO movement VALUES(2,33,X'0193a5b0004770008000000000000000',1794478500000,1794478500000,2,1,3,21274,'B12',8,NULL,NULL,X'4564e74b62b01c6911909781519e6e81f64cdea426ee0e464f1dfb2f7f7f8780',NULL,NULL,'',X'bdc2980a312ed0cd10bfbceaae36a47377ca63a422c56cc8df3c1a225cb7223f');
INSERT INTO movement VALUES(2,34,X'0193a5b0004970008000000000000000',1794533400000,1794533400000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'df5df9ffc79ae77417bb645745f0d53d784538eb8103e6a0750c71217a4e75ca');
INSERT INTO movement VALUES(2,35,X'0193a5b0005070008000000000000000',1794533400000,1794528000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'78068345d70ab3b5e4a897fec649eaf73273579b2f47f5db3965c0d5b23e1132');
INSERT INTO movement VALUES(2,36,X'0193a5b0005170008000000000000000',1794564900000,1794564900000,2,6,21,20864,'240311',9,NULL,NULL,X'6dcbe7ebb64f902cb267b9b3f55432c545545567c7f91b5dd532a2de31168c8f',NULL,NULL,'',X'3793aa8479c01e8ebcb5e62a1efbd524cb692ddf6f4315a492974c61a9c36ff4');
INSERT INTO movement VALUES(2,37,X'0193a5b0005370008000000000000000',1794619800000,1794619800000,1,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'69a84cfc6afea4618923bf67f75be34d01e67cb3e0f5bb81872bd64f058ee24a');
INSERT INTO movement VALUES(2,38,X'0193a5b0005470008000000000000000',1794619800000,1794614400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'df00a5b7b569b1108056bb5cd19505d8af113e1143f35a79643e6ba166ae7b56');
INSERT INTO movement VALUES(2,39,X'0193a5b0005570008000000000000000',1794651300000,1794651300000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'6c340b8a074e06ed07b41bedc02e47e60820f5e2b8c288db98d8e64db6495dea');
INSERT INTO movement VALUES(2,40,X'0193a5b0005770008000000000000000',1794706200000,1794706200000,1,1,3,21274,'B15',48,NULL,NULL,NULL,NULL,NULL,'',X'8278536afce7cc4edd0686d496149de3a46dfb68d680c2af3bc39fdb8c73e352');
INSERT INTO movement VALUES(2,41,X'0193a5b0005870008000000000000000',1794706200000,1794700800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'55be9a1b082b230be792b1c01b7ccbccf4550e3ee2ea83679876d6b2b2ea09d6');
INSERT INTO movement VALUES(2,42,X'0193a5b0006170008000000000000000',1794792600000,1794792600000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'76165589b00c6f7339edba5dddbd8043588aa7714e37c3213142af516a9c4147');
INSERT INTO movement VALUES(2,43,X'0193a5b0006270008000000000000000',1794792600000,1794787200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'b3ec3b59d4426240576feb29acf0565cbd95a7fc8c2f30eb686c32d8d06f7c4d');
INSERT INTO movement VALUES(2,44,X'0193a5b0006370008000000000000000',1794824100000,1794824100000,2,1,3,21274,'B12',8,NULL,NULL,X'd1686a49df80fb721fd5e57831ce22396c0fa4d4e77520eff18e8cb1ab9a37e5',NULL,NULL,'',X'0ff0a0a92b08036617da5133862ace70a720c62b2f06e448be111a000121e414');
INSERT INTO movement VALUES(2,45,X'0193a5b0006570008000000000000000',1794879000000,1794879000000,1,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'4d8871a1d4e948a963e5b7c9beb018dba3a196d9605dc8c7a1161291ddf2224b');
INSERT INTO movement VALUES(2,46,X'0193a5b0006670008000000000000000',1794879000000,1794873600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a368cd0ed768a3dfe60092cd0849975cccf1c6776ab33fb1313275bc3b54e105');
INSERT INTO movement VALUES(2,47,X'0193a5b0006770008000000000000000',1794910500000,1794910500000,2,6,21,20864,'240311',9,NULL,NULL,X'0dd9793ff3280178369f88e299a533ea00e0d662dd80bcb096a8106fa89d130a',NULL,NULL,'',X'4fb3e813a7d5db032cf765eb3eea7bb2fb42c75a1062284a48b14986571a5aec');
INSERT INTO movement VALUES(2,48,X'0193a5b0006970008000000000000000',1794965400000,1794965400000,1,1,3,21274,'B18',48,NULL,NULL,NULL,NULL,NULL,'',X'b7238f72e9eb25b004be06a7871b2ed8c406271bb372e488aadc9ddcf0861a1a');
INSERT INTO movement VALUES(2,49,X'0193a5b0007070008000000000000000',1794965400000,1794960000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'8aae648f192223e5ea3815142ff05df488294efee54bc496e2ee33320e77861b');
INSERT INTO movement VALUES(2,50,X'0193a5b0007170008000000000000000',1794996900000,1794996900000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'5155374adce438d596ba13be4084e5b7a639c87b8215ffcdc18d97afb32bd36b');
INSERT INTO movement VALUES(2,51,X'0193a5b0007370008000000000000000',1795051800000,1795051800000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'32bf1169b14fb53a867f61efb4d75fa71593dd5fe529565b00d591622b2a9fc8');
INSERT INTO movement VALUES(2,52,X'0193a5b0007470008000000000000000',1795051800000,1795046400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a58d7d5302586f88dab69ac014d54a3245dc1bc74512d9103a033ca0729a0fe5');
INSERT INTO movement VALUES(2,53,X'0193a5b0007770008000000000000000',1795138200000,1795138200000,1,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'551fb64d614a96dab4f59e98f61e4cbe250518d032d6e125305d5908f8961d48');
INSERT INTO movement VALUES(2,54,X'0193a5b0007870008000000000000000',1795138200000,1795132800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'928dcdbd177938ffe0817a9a2d862d98d75a974614abcf08ed362e5282163cb8');
INSERT INTO movement VALUES(2,55,X'0193a5b0007970008000000000000000',1795169700000,1795169700000,2,1,3,21274,'B12',8,NULL,NULL,X'48b515e566e04438345f0d985dcf1efccbe7549f39a654fe5cf838d3b630201d',NULL,NULL,'',X'09aaf96ab5688a7b0f2b0fed26b6e117dea3ef643294bd9061ed56f50918caff');
INSERT INTO movement VALUES(2,56,X'0193a5b0008170008000000000000000',1795224600000,1795224600000,1,1,3,21274,'B21',48,NULL,NULL,NULL,NULL,NULL,'',X'dab328424b55262fcd1d2555a531a536014ce246ae3e6728a0511ae8f906f1d4');
INSERT INTO movement VALUES(2,57,X'0193a5b0008270008000000000000000',1795224600000,1795219200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'b4c7558b5e0dfdcb822b314184c8844d3b3c9fea7ee101ee4ab5c0e3cfc2c74b');
INSERT INTO movement VALUES(2,58,X'0193a5b0008370008000000000000000',1795256100000,1795256100000,2,6,21,20864,'240311',9,NULL,NULL,X'b3b9e28c2cbfed5bce8d5cd24ca77f03231809710279fc515b54d4d7575f6da6',NULL,NULL,'',X'd0730632350ae2c76422cceeef21aa30b7acc326e401d2b7a27b50654087859f');
INSERT INTO movement VALUES(2,59,X'0193a5b0008570008000000000000000',1795256100000,1795256100000,2,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'',X'bacc74a8c6d4715207a863db4dae30f8efea394cf5532370b73872c639961ecd');
INSERT INTO movement VALUES(2,60,X'0193a5b000857e86818385807bf7adf8',1795256100000,1795256100000,2,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'',X'a42e051e99edc1714b1bb7b67959fe26529b887e6780a04c4efa4000ec6a2620');
INSERT INTO movement VALUES(2,61,X'0193a5b0008579c8994f542f4e814be8',1795256100000,1795256100000,2,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'',X'715cc605d32cc3808fb0b32f7c6d76f8893d9065ad784ad7844e5876285a7bbb');
INSERT INTO movement VALUES(2,62,X'0193a5b000857f91aaf0a01b23a08c42',1795256100000,1795256100000,2,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'',X'c73f13a8cdfa2c41fc5aa70ca4e99c98eb1906f39e888e9fcd5e862933b89237');
INSERT INTO movement VALUES(2,63,X'0193a5b00085781caed16a1f7f1a094e',1795256100000,1795256100000,2,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'',X'3f58a3414061f1b76b8ea645e9f2cdc74d0c70e39d4a01a1183fe64f75cb403f');
INSERT INTO movement VALUES(2,64,X'0193a5b00085777a829b992171bf66ac',1795256100000,1795256100000,2,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'',X'bb23f5d0ea97d1af2d36d5c9e8bef0640b66b6b61880786a7e59a9240f32c097');
INSERT INTO movement VALUES(2,65,X'0193a5b000857f6993b36c42c92dae7f',1795256100000,1795256100000,2,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'',X'8ab77de06a38e38f67eb648c02d1ccc3615a3d078f921b374a6a1855758a73cf');
INSERT INTO movement VALUES(2,66,X'0193a5b0008670008000000000000000',1795256100000,1795256100000,1,11,80,2932896,'',3,NULL,NULL,NULL,NULL,NULL,'',X'70284998112023c8f5c9419ac251f2a6a3806dc6ce6ce27fa430667d09d026c5');
INSERT INTO movement VALUES(2,67,X'0193a5b0008770008000000000000000',1795258800000,1795258800000,1,2,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'0dc4b5ba6456db48fb4b2ad5285e8133656e89f5d8807e12ee2913882837f47f');
INSERT INTO movement VALUES(2,68,X'0193a5b0008870008000000000000000',1795258800000,1795258800000,1,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'623f9aba5c4556e230e79e70a3114267d9b7917ed5d2e08011ab6a9cda2dd4bd');
INSERT INTO movement VALUES(2,69,X'0193a5b0008970008000000000000000',1795262400000,1795262400000,2,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a5163eee34c067907497bb461a0a2ab0ff2c5043af9d071a31b3787bf6c1de31');
INSERT INTO movement VALUES(2,70,X'0193a5b0009070008000000000000000',1795266000000,1795266000000,1,2,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'c4595f286cf237ddae11f5b52711ed7b5b8a7384f55d6200bf8d8974c091d7a1');
INSERT INTO movement VALUES(2,71,X'0193a5b0009170008000000000000000',1795266000000,1795266000000,1,2,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'26fd91be0e5533a9234d743e94a238d780c75f4f0e0af874cbf2d5182b947848');
INSERT INTO movement VALUES(2,72,X'0193a5b0009270008000000000000000',1795258800000,1795258800000,1,3,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'0f1191a3114ec74f84c5bb6462b8a474ff1eda9d29bde3fb98cae874d8152cc8');
INSERT INTO movement VALUES(2,73,X'0193a5b0009370008000000000000000',1795258800000,1795258800000,1,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'7f055563b6dacb594913cfd0b1bd3e9077b80ab4473faf3a90871d90abcdb1f1');
INSERT INTO movement VALUES(2,74,X'0193a5b0009470008000000000000000',1795262400000,1795262400000,2,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'7f6eca969e6f79bf0ab16acee7c02c20fd19091e3a25b83cf32d840db52c6a2f');
INSERT INTO movement VALUES(2,75,X'0193a5b0009570008000000000000000',1795266000000,1795266000000,1,3,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'6839f62c515b33ffd838c5eb72c3f4fddddc4278482da0d36f077209c8292f40');
INSERT INTO movement VALUES(2,76,X'0193a5b0009670008000000000000000',1795266000000,1795266000000,1,3,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'ce1e92f03de33aa0db38defe1f82d49fc56f5683c34bf47961e236a6e703d4c1');
INSERT INTO movement VALUES(2,77,X'0193a5b0009770008000000000000000',1795258800000,1795258800000,1,4,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'455ce40790faedfa3032e449be490c6e226b57c9addd94233c8d275653b6864d');
INSERT INTO movement VALUES(2,78,X'0193a5b0009870008000000000000000',1795258800000,1795258800000,1,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'8283b1c6e504644463b06ffd6eedb55c4b8395f4ff2e19d17ec5d5dfca86ef6d');
INSERT INTO movement VALUES(2,79,X'0193a5b0009970008000000000000000',1795262400000,1795262400000,2,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'ffb9455bb8101ed6ebe91f2cf91728762a6bf3fe27de5a02416706c1d48f389e');
INSERT INTO movement VALUES(2,80,X'0193a5b0010070008000000000000000',1795266000000,1795266000000,1,4,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'bb22c3e1390cc1c599ce42489e4b84c1dca552a1698f30d6d6856f19f84e9e8b');
INSERT INTO movement VALUES(2,81,X'0193a5b0010170008000000000000000',1795266000000,1795266000000,1,4,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'80c654c442d1d15570708fc02cb1f194f6a0fa4d3f16308ff34e806e8ef19fdf');
INSERT INTO movement VALUES(2,82,X'0193a5b0010270008000000000000000',1795258800000,1795258800000,1,5,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'a600b414ee893b27c66a19d65a423cf2e5b9130c874799ee70eccfafab9e93b2');
INSERT INTO movement VALUES(2,83,X'0193a5b0010370008000000000000000',1795258800000,1795258800000,1,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'abe57458aa65edf67eab12ec893a7bbc8df95ba02126fe200d57cb762d4527e9');
INSERT INTO movement VALUES(2,84,X'0193a5b0010470008000000000000000',1795262400000,1795262400000,2,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'c473ed89c3f5aa4e374ba850301afe922814c78825a66ca6ab92dc4bf1025b36');
INSERT INTO movement VALUES(2,85,X'0193a5b0010570008000000000000000',1795266000000,1795266000000,1,5,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'3c18033a15a7686d03e0dd20c9659146fb6d84d417f92cc69d8566d0a62a0772');
INSERT INTO movement VALUES(2,86,X'0193a5b0010670008000000000000000',1795266000000,1795266000000,1,5,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'38f0062bd74be42cb5c24a992fce2d3a53de5b084863f7919bee85f7ee0718f6');
INSERT INTO movement VALUES(2,87,X'0193a5b0010770008000000000000000',1795258800000,1795258800000,1,7,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'7b3fa04b1b55371afdc9cc202ef516645a69b37ec71629d30cfbf89af3fd536c');
INSERT INTO movement VALUES(2,88,X'0193a5b0010870008000000000000000',1795258800000,1795258800000,1,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'5e074441df6fabc4adb727f082f5a24b18252298340d7c828300d5ff11a3b542');
INSERT INTO movement VALUES(2,89,X'0193a5b0010970008000000000000000',1795262400000,1795262400000,2,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'91b14ef797b648c062e733e50a51c8da4ac9ed905e8b19ea087ebe131fef7580');
INSERT INTO movement VALUES(2,90,X'0193a5b0011070008000000000000000',1795266000000,1795266000000,1,7,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'f527f47364ce8db16cdcca55d1fa90fdbadcf366f4d5f70d246901e5d210f79f');
INSERT INTO movement VALUES(2,91,X'0193a5b0011170008000000000000000',1795266000000,1795266000000,1,7,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'83105af783fa11bb663fc31d0cfc0150249d3f5eeda2b756ac6afa9cba0b4281');
INSERT INTO movement VALUES(2,92,X'0193a5b0011270008000000000000000',1795258800000,1795258800000,1,8,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'962cfa4a67924ee2adc5ffd1e5644516b85ffbeed549232587cca7c4e59a4fed');
INSERT INTO movement VALUES(2,93,X'0193a5b0011370008000000000000000',1795258800000,1795258800000,1,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'afd7d1dfcde76de3893fed3b5023b38cf3ff3a21042ba7082e463c48072cd4a0');
INSERT INTO movement VALUES(2,94,X'0193a5b0011470008000000000000000',1795262400000,1795262400000,2,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'06052fdd17664d52968ca4358638d5650e481d080a9503716f9b0873336155e3');
INSERT INTO movement VALUES(2,95,X'0193a5b0011570008000000000000000',1795266000000,1795266000000,1,8,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'08d9045dbff6c487492a380008ca220ecdeb408731c58d23e6e5b693b37a0dbc');
INSERT INTO movement VALUES(2,96,X'0193a5b0011670008000000000000000',1795266000000,1795266000000,1,8,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'a4f75659e2b919372b299bb869f264978a5d661d47050a04fb40d57bb4721ecb');
INSERT INTO movement VALUES(2,97,X'0193a5b0011770008000000000000000',1795258800000,1795258800000,1,9,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'04c93f028fb497e05a2ee0701abc58c386aeef50a551236495434204bbfdc59a');
INSERT INTO movement VALUES(2,98,X'0193a5b0011870008000000000000000',1795258800000,1795258800000,1,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'ac4d8812d4bd601144eeac1844bdf97a3a4b4d267710bedc2ae1ab5724bb20a8');
INSERT INTO movement VALUES(2,99,X'0193a5b0011970008000000000000000',1795262400000,1795262400000,2,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'4894400979d589d71c89ba018578fa4879b829bb10662b850808f1fe25768812');
INSERT INTO movement VALUES(2,100,X'0193a5b0012070008000000000000000',1795266000000,1795266000000,1,9,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'bb3c7cbd59c32ba7978a780cbd32ab8dca7c8ae0e5e50f0466955f4719abc226');
INSERT INTO movement VALUES(2,101,X'0193a5b0012170008000000000000000',1795266000000,1795266000000,1,9,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'3c491c50f334101449ecc14ad7de1b00a34bade683eec1e3782f9cea826d4605');
INSERT INTO movement VALUES(2,102,X'01a1fe3134807766959138c62217b046',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'093543822d7162e780a108b2348725ed59ddf67412708dbb7ee8a42f77e6fd25');
INSERT INTO movement VALUES(2,103,X'01a1fe313480775281f7442a1766292b',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'8a7fe9aef9a204c9be54e227f2fee7fbea062df9e1fea41058d6f2f206f08ae7');
INSERT INTO movement VALUES(2,104,X'01a1fe31348074ba8463e403fdc81ea3',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000003',NULL,NULL,NULL,'',X'7d177eb4d0e70dfbd918e887678f86a02e8785c3c7e8ed41dc420c7b8f17d65b');
INSERT INTO movement VALUES(2,105,X'01a1fe313480778585016db4c1ac9349',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000004',NULL,NULL,NULL,'',X'2fa740723f1b9c38b494f2d6728ca1028de008fdc4dc93763256c315f0de35c8');
INSERT INTO movement VALUES(2,106,X'01a1fe31348071abaf41a3bbf852162a',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000005',NULL,NULL,NULL,'',X'5da83014f9afde0621d49d988d6a69594d7171045f5206f24545f5c2fd119bb0');
INSERT INTO movement VALUES(2,107,X'01a1fe3134807020808bae41c88c0acb',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000006',NULL,NULL,NULL,'',X'e399ca77a23bd69c719be97ce27c876a7f7c37eaa2f593de3335496c78695068');
INSERT INTO movement VALUES(2,108,X'01a1fe3134807af3936fdb8a18da25b8',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000007',NULL,NULL,NULL,'',X'c441cd251eb1aa40ebe21c268cb0b5a79239c2ba5a6e3d283a3a4660ab2ec8dd');
INSERT INTO movement VALUES(2,109,X'01a1fe3134807b9abf41348defb0c610',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000008',NULL,NULL,NULL,'',X'b61eb576eb98710ee894e7baa84d8803c649adab3e6aec9bf42095bc1a944ec6');
INSERT INTO movement VALUES(2,110,X'01a1fe3134807a96a56685f1531d967b',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000009',NULL,NULL,NULL,'',X'bde6cc4709307017a4f44478917eaa01a2442aee8f798c58cffddbf8db3be7fe');
INSERT INTO movement VALUES(2,111,X'01a1fe3134807dd9a41474cca7a8fc8f',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000010',NULL,NULL,NULL,'',X'd69762e3dbf2e99c2e07771779d9e0be3db52bb7294327631359b61ef452abc6');
INSERT INTO movement VALUES(2,112,X'01a1fe31348075188ca7fa62049dfe72',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000011',NULL,NULL,NULL,'',X'4bba1188d36782e60945c5466082237dbfbb11c419c3a25788f64c240e37fa88');
INSERT INTO movement VALUES(2,113,X'01a1fe3134807a5fb372e3857f1fffb8',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000012',NULL,NULL,NULL,'',X'094b7b786e0f2c06788cdb655a8e9ee72f423e3cd196d931dae8f93a1ccfc1bd');
INSERT INTO movement VALUES(2,114,X'01a1fe313480770285f12e0714c76a6b',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'a97666541a2a1c4c70bfcbfa3e41f31e292ac838f882774621be3cd06748d54e');
INSERT INTO movement VALUES(2,115,X'01a1fe3134807c0091219519ddd9d3a4',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'3ab9f8b5860521ef5f3f177069725dce28f4c9291ebccbaf75926c03c855b1b3');
INSERT INTO movement VALUES(2,116,X'0193a5b0013470008000000000000000',1795312800000,1795312800000,9,6,21,20864,'240311',27,1,NULL,NULL,NULL,NULL,'the wrong box',X'2f71390abcc7692b7838f171b4f2a5340d6309a791e4eed1d10734403080f7cc');
INSERT INTO movement VALUES(2,117,X'0193a5b0013570008000000000000000',1795312800000,1795312800000,8,6,21,20864,'240311',9,3,NULL,NULL,NULL,NULL,'',X'e3056ef9dca912a3080c15acd344f22b5110fd82cc383baeb7ae2c126f8062a4');
INSERT INTO movement VALUES(2,118,X'0193a5b0013670008000000000000000',1795312800000,1795312800000,7,6,21,20864,'240311',2,NULL,NULL,NULL,NULL,NULL,'受潮',X'84c24d0763f3877b756ae9b19819b89c8fb623b2056a326fe3d19e27d13931a6');
INSERT INTO movement VALUES(2,119,X'0193a5b0013770008000000000000000',1795312800000,1795312800000,6,7,1,20969,'',57,NULL,NULL,NULL,NULL,NULL,'',X'c472732b76f74f94bd842c6423c54c05899b7c230962d61182f93f5936e88a90');
INSERT INTO movement VALUES(2,120,X'0193a5b0013870008000000000000000',1795312800000,1795312800000,5,11,80,2932896,'',1,NULL,NULL,NULL,NULL,NULL,'',X'4cd37d8d3194e1d8028e302b46db161a71e6fdc8f876971d79842be53e21fd04');
INSERT INTO movement VALUES(2,121,X'01a20621ad0076049df0f52c4f011a2d',1795399200000,1795399200000,7,1,3,21274,'B3',32,NULL,NULL,NULL,NULL,NULL,'recalled',X'1bf432598c515cde79dad85896fc9ad78463a3949c837f4ee0900f05ba880117');
CREATE TABLE lot (
    tenant   INTEGER NOT NULL,
    drug     INTEGER NOT NULL REFERENCES drug,
    lot      TEXT NOT NULL CHECK (lot <> ''),
    expiry   INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, drug, lot, expiry)
) STRICT, WITHOUT ROWID;
INSERT INTO lot VALUES(2,2,'250622',21214,1795266000000);
INSERT INTO lot VALUES(2,3,'B12',21274,1794447000000);
INSERT INTO lot VALUES(2,3,'B15',21274,1794706200000);
INSERT INTO lot VALUES(2,3,'B18',21274,1794965400000);
INSERT INTO lot VALUES(2,3,'B21',21274,1795224600000);
INSERT INTO lot VALUES(2,3,'B3',21274,1793669400000);
INSERT INTO lot VALUES(2,3,'B6',21274,1793928600000);
INSERT INTO lot VALUES(2,3,'B9',21274,1794187800000);
INSERT INTO lot VALUES(2,7,'L-11',21091,1794360600000);
INSERT INTO lot VALUES(2,7,'L-14',21091,1794619800000);
INSERT INTO lot VALUES(2,7,'L-17',21091,1794879000000);
INSERT INTO lot VALUES(2,7,'L-2',21091,1793583000000);
INSERT INTO lot VALUES(2,7,'L-20',21091,1795138200000);
INSERT INTO lot VALUES(2,7,'L-5',21091,1793842200000);
INSERT INTO lot VALUES(2,7,'L-8',21091,1794101400000);
INSERT INTO lot VALUES(2,21,'240311',20864,1795312800000);
INSERT INTO lot VALUES(2,21,'240311',20953,1793755800000);
INSERT INTO lot VALUES(2,21,'240311',21045,1794015000000);
INSERT INTO lot VALUES(2,24,'250101',20877,1795258800000);
INSERT INTO lot VALUES(2,28,'一批',20938,1795266000000);
CREATE TABLE unmet (
    tenant INTEGER NOT NULL,
    uid    BLOB NOT NULL CHECK (length(uid) = 16),
    at     INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    type   INTEGER NOT NULL REFERENCES drug_type,
    age    INTEGER NOT NULL CHECK (age IN (0, 1, 2)),
    PRIMARY KEY (tenant, uid),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO unmet VALUES(2,X'0193a5b0000470008000000000000000',1793528100000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0000870008000000000000000',1793614500000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0001170008000000000000000',1793700900000,8,1,1);
INSERT INTO unmet VALUES(2,X'0193a5b0001270008000000000000000',1793700900000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0001670008000000000000000',1793787300000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0002070008000000000000000',1793873700000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0002470008000000000000000',1793960100000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0002770008000000000000000',1794046500000,8,1,1);
INSERT INTO unmet VALUES(2,X'0193a5b0002870008000000000000000',1794046500000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0003270008000000000000000',1794132900000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0003670008000000000000000',1794219300000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0004070008000000000000000',1794305700000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0004370008000000000000000',1794392100000,8,1,1);
INSERT INTO unmet VALUES(2,X'0193a5b0004470008000000000000000',1794392100000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0004870008000000000000000',1794478500000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0005270008000000000000000',1794564900000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0005670008000000000000000',1794651300000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0005970008000000000000000',1794737700000,8,1,1);
INSERT INTO unmet VALUES(2,X'0193a5b0006070008000000000000000',1794737700000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0006470008000000000000000',1794824100000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0006870008000000000000000',1794910500000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0007270008000000000000000',1794996900000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0007570008000000000000000',1795083300000,8,1,1);
INSERT INTO unmet VALUES(2,X'0193a5b0007670008000000000000000',1795083300000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0008070008000000000000000',1795169700000,9,2,2);
INSERT INTO unmet VALUES(2,X'0193a5b0008470008000000000000000',1795256100000,9,2,2);
CREATE TABLE refusal (
    tenant INTEGER NOT NULL,
    uid    BLOB NOT NULL CHECK (length(uid) = 16),
    at     INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    kind   INTEGER NOT NULL REFERENCES movement_kind,
    drug   INTEGER NOT NULL REFERENCES drug,
    expiry INTEGER NOT NULL,
    lot    TEXT NOT NULL,
    units  INTEGER NOT NULL,
    rule   TEXT NOT NULL,            -- which rule said no
    PRIMARY KEY (tenant, uid),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO refusal VALUES(2,X'0193a5b0012270008000000000000000',1795266000000,2,2,3,0,'',24,'short');
INSERT INTO refusal VALUES(2,X'0193a5b0012370008000000000000000',1795266000000,3,1,3,20818,'',24,'expires_soon');
INSERT INTO refusal VALUES(2,X'0193a5b0012470008000000000000000',1795266000000,2,2,3,0,'',48,'short');
INSERT INTO refusal VALUES(2,X'0193a5b0012570008000000000000000',1795266000000,3,1,3,20787,'',48,'expires_soon');
INSERT INTO refusal VALUES(2,X'0193a5b0012670008000000000000000',1795266000000,2,2,3,0,'',72,'short');
INSERT INTO refusal VALUES(2,X'0193a5b0012770008000000000000000',1795266000000,3,1,3,20818,'',72,'expires_soon');
INSERT INTO refusal VALUES(2,X'0193a5b0012870008000000000000000',1795266000000,2,2,3,0,'',96,'short');
INSERT INTO refusal VALUES(2,X'0193a5b0012970008000000000000000',1795266000000,3,1,3,20787,'',96,'expires_soon');
INSERT INTO refusal VALUES(2,X'0193a5b0013070008000000000000000',1795266000000,2,2,3,0,'',120,'short');
INSERT INTO refusal VALUES(2,X'0193a5b0013170008000000000000000',1795266000000,3,1,3,20818,'',120,'expires_soon');
INSERT INTO refusal VALUES(2,X'0193a5b0013270008000000000000000',1795266000000,2,2,3,0,'',144,'short');
INSERT INTO refusal VALUES(2,X'0193a5b0013370008000000000000000',1795266000000,3,1,3,20787,'',144,'expires_soon');
CREATE TABLE transfer (
    tenant      INTEGER NOT NULL,
    id          INTEGER NOT NULL CHECK (id > 0),
    from_box    INTEGER NOT NULL,
    to_box      INTEGER NOT NULL,
    drug        INTEGER NOT NULL REFERENCES drug,
    units       INTEGER NOT NULL CHECK (units > 0),
    state       TEXT NOT NULL
                CHECK (state IN ('proposed', 'accepted', 'carried', 'done', 'cancelled')),
    proposed_at INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    person      INTEGER,
    reason      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, from_box) REFERENCES box,
    FOREIGN KEY (tenant, to_box) REFERENCES box,
    CHECK (from_box <> to_box)
) STRICT, WITHOUT ROWID;
INSERT INTO transfer VALUES(2,1,2,3,1,10,'accepted',1793491200000,1793491200001,1,'short');
INSERT INTO transfer VALUES(2,2,3,4,2,20,'carried',1793491200000,1793491200002,2,'short');
INSERT INTO transfer VALUES(2,3,4,5,3,30,'done',1793491200000,1793491200003,3,'short');
INSERT INTO transfer VALUES(2,4,5,6,4,40,'cancelled',1793491200000,1793491200004,4,'short');
INSERT INTO transfer VALUES(2,5,6,7,5,50,'proposed',1793491200000,1793491200005,5,'short');
INSERT INTO transfer VALUES(2,6,7,8,6,60,'accepted',1793491200000,1793491200006,6,'short');
INSERT INTO transfer VALUES(2,7,8,9,7,70,'carried',1793491200000,1793491200007,7,'short');
INSERT INTO transfer VALUES(2,8,9,10,8,80,'done',1793491200000,1793491200008,8,'short');
INSERT INTO transfer VALUES(2,9,10,11,9,90,'cancelled',1793491200000,1793491200009,9,'short');
INSERT INTO transfer VALUES(2,10,1,2,10,100,'proposed',1793491200000,1793491200010,10,'short');
INSERT INTO transfer VALUES(2,11,2,3,11,110,'accepted',1793491200000,1793491200011,11,'short');
INSERT INTO transfer VALUES(2,12,3,4,12,120,'carried',1793491200000,1793491200012,12,'short');
CREATE TABLE stock (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    drug   INTEGER NOT NULL,
    expiry INTEGER NOT NULL,
    lot    TEXT NOT NULL,
    units  INTEGER NOT NULL CHECK (units > 0),
    PRIMARY KEY (tenant, box, drug, expiry, lot)
) STRICT, WITHOUT ROWID;
INSERT INTO stock VALUES(2,1,2,21214,'250622',180);
INSERT INTO stock VALUES(2,1,3,21274,'B12',24);
INSERT INTO stock VALUES(2,1,3,21274,'B15',48);
INSERT INTO stock VALUES(2,1,3,21274,'B18',48);
INSERT INTO stock VALUES(2,1,3,21274,'B21',48);
INSERT INTO stock VALUES(2,1,3,21274,'B6',48);
INSERT INTO stock VALUES(2,1,3,21274,'B9',48);
INSERT INTO stock VALUES(2,2,20,21274,'',48);
INSERT INTO stock VALUES(2,2,24,20877,'250101',40);
INSERT INTO stock VALUES(2,2,28,20938,'一批',10);
INSERT INTO stock VALUES(2,3,20,21274,'',48);
INSERT INTO stock VALUES(2,3,24,20877,'250101',40);
INSERT INTO stock VALUES(2,3,28,20938,'一批',10);
INSERT INTO stock VALUES(2,4,20,21274,'',48);
INSERT INTO stock VALUES(2,4,24,20877,'250101',40);
INSERT INTO stock VALUES(2,4,28,20938,'一批',10);
INSERT INTO stock VALUES(2,5,20,21274,'',48);
INSERT INTO stock VALUES(2,5,24,20877,'250101',40);
INSERT INTO stock VALUES(2,5,28,20938,'一批',10);
INSERT INTO stock VALUES(2,6,21,20864,'240311',7);
INSERT INTO stock VALUES(2,6,21,20953,'240311',54);
INSERT INTO stock VALUES(2,6,21,21045,'240311',54);
INSERT INTO stock VALUES(2,7,1,20969,'',150);
INSERT INTO stock VALUES(2,7,20,21274,'',48);
INSERT INTO stock VALUES(2,7,24,20877,'250101',40);
INSERT INTO stock VALUES(2,7,28,20938,'一批',10);
INSERT INTO stock VALUES(2,8,20,21274,'',48);
INSERT INTO stock VALUES(2,8,24,20877,'250101',40);
INSERT INTO stock VALUES(2,8,28,20938,'一批',10);
INSERT INTO stock VALUES(2,9,20,21274,'',48);
INSERT INTO stock VALUES(2,9,24,20877,'250101',40);
INSERT INTO stock VALUES(2,9,28,20938,'一批',10);
INSERT INTO stock VALUES(2,11,80,2932896,'',4);
CREATE TABLE total (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    drug   INTEGER NOT NULL,
    units  INTEGER NOT NULL CHECK (units >= 0),
    PRIMARY KEY (tenant, box, drug)
) STRICT, WITHOUT ROWID;
INSERT INTO total VALUES(2,1,2,180);
INSERT INTO total VALUES(2,1,3,264);
INSERT INTO total VALUES(2,2,20,48);
INSERT INTO total VALUES(2,2,24,40);
INSERT INTO total VALUES(2,2,28,10);
INSERT INTO total VALUES(2,3,20,48);
INSERT INTO total VALUES(2,3,24,40);
INSERT INTO total VALUES(2,3,28,10);
INSERT INTO total VALUES(2,4,20,48);
INSERT INTO total VALUES(2,4,24,40);
INSERT INTO total VALUES(2,4,28,10);
INSERT INTO total VALUES(2,5,20,48);
INSERT INTO total VALUES(2,5,24,40);
INSERT INTO total VALUES(2,5,28,10);
INSERT INTO total VALUES(2,6,21,115);
INSERT INTO total VALUES(2,7,1,150);
INSERT INTO total VALUES(2,7,20,48);
INSERT INTO total VALUES(2,7,24,40);
INSERT INTO total VALUES(2,7,28,10);
INSERT INTO total VALUES(2,8,20,48);
INSERT INTO total VALUES(2,8,24,40);
INSERT INTO total VALUES(2,8,28,10);
INSERT INTO total VALUES(2,9,20,48);
INSERT INTO total VALUES(2,9,24,40);
INSERT INTO total VALUES(2,9,28,10);
INSERT INTO total VALUES(2,10,7,0);
INSERT INTO total VALUES(2,11,80,4);
CREATE TABLE cell (
    tenant      INTEGER NOT NULL,
    box         INTEGER NOT NULL,
    type        INTEGER NOT NULL,
    age         INTEGER NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount >= 0),
    first_at    INTEGER NOT NULL,  -- when there first was anything
    empty_since INTEGER,           -- NULL while there is something
    PRIMARY KEY (tenant, box, type, age)
) STRICT, WITHOUT ROWID;
INSERT INTO cell VALUES(2,1,1,1,125999940,1793669400000,NULL);
INSERT INTO cell VALUES(2,2,2,0,13333320,1795258800000,NULL);
INSERT INTO cell VALUES(2,2,2,1,11333346,1795258800000,NULL);
INSERT INTO cell VALUES(2,3,2,0,13333320,1795258800000,NULL);
INSERT INTO cell VALUES(2,3,2,1,11333346,1795258800000,NULL);
INSERT INTO cell VALUES(2,4,2,0,13333320,1795258800000,NULL);
INSERT INTO cell VALUES(2,4,2,1,11333346,1795258800000,NULL);
INSERT INTO cell VALUES(2,5,2,0,13333320,1795258800000,NULL);
INSERT INTO cell VALUES(2,5,2,1,11333346,1795258800000,NULL);
INSERT INTO cell VALUES(2,6,2,1,38333295,1793496600000,NULL);
INSERT INTO cell VALUES(2,7,1,1,37500000,1793491200000,NULL);
INSERT INTO cell VALUES(2,7,2,0,13333320,1795258800000,NULL);
INSERT INTO cell VALUES(2,7,2,1,11333346,1795258800000,NULL);
INSERT INTO cell VALUES(2,8,2,0,13333320,1795258800000,NULL);
INSERT INTO cell VALUES(2,8,2,1,11333346,1795258800000,NULL);
INSERT INTO cell VALUES(2,9,2,0,13333320,1795258800000,NULL);
INSERT INTO cell VALUES(2,9,2,1,11333346,1795258800000,NULL);
INSERT INTO cell VALUES(2,10,1,2,0,1793583000000,1795256100000);
INSERT INTO cell VALUES(2,11,9,0,4000000,1795256100000,NULL);
CREATE TABLE use_day (
    tenant INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    type   INTEGER NOT NULL,
    age    INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (tenant, day, box, type, age)
) STRICT, WITHOUT ROWID;
INSERT INTO use_day VALUES(2,20758,6,2,1,0);
INSERT INTO use_day VALUES(2,20759,7,1,1,2250000);
INSERT INTO use_day VALUES(2,20761,1,1,1,2000000);
INSERT INTO use_day VALUES(2,20762,6,2,1,2999997);
INSERT INTO use_day VALUES(2,20763,7,1,1,2250000);
INSERT INTO use_day VALUES(2,20765,1,1,1,2000000);
INSERT INTO use_day VALUES(2,20766,6,2,1,2999997);
INSERT INTO use_day VALUES(2,20767,7,1,1,2250000);
INSERT INTO use_day VALUES(2,20769,1,1,1,2000000);
INSERT INTO use_day VALUES(2,20770,6,2,1,2999997);
INSERT INTO use_day VALUES(2,20771,7,1,1,2250000);
INSERT INTO use_day VALUES(2,20773,1,1,1,2000000);
INSERT INTO use_day VALUES(2,20774,6,2,1,2999997);
INSERT INTO use_day VALUES(2,20775,7,1,1,2250000);
INSERT INTO use_day VALUES(2,20777,1,1,1,2000000);
INSERT INTO use_day VALUES(2,20778,1,1,1,11999988);
INSERT INTO use_day VALUES(2,20778,2,2,1,4000008);
INSERT INTO use_day VALUES(2,20778,3,2,1,4000008);
INSERT INTO use_day VALUES(2,20778,4,2,1,4000008);
INSERT INTO use_day VALUES(2,20778,5,2,1,4000008);
INSERT INTO use_day VALUES(2,20778,6,2,1,2999997);
INSERT INTO use_day VALUES(2,20778,7,2,1,4000008);
INSERT INTO use_day VALUES(2,20778,8,2,1,4000008);
INSERT INTO use_day VALUES(2,20778,9,2,1,4000008);
INSERT INTO use_day VALUES(2,20778,10,1,2,35000000);
CREATE TABLE empty_span (
    tenant   INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    box      INTEGER NOT NULL,
    type     INTEGER NOT NULL,
    age      INTEGER NOT NULL,
    from_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant, until_at, box, type, age),
    CHECK (from_at < until_at)
) STRICT, WITHOUT ROWID;
INSERT INTO empty_span VALUES(2,1795266000000,2,2,1,1795262400000);
INSERT INTO empty_span VALUES(2,1795266000000,3,2,1,1795262400000);
INSERT INTO empty_span VALUES(2,1795266000000,4,2,1,1795262400000);
INSERT INTO empty_span VALUES(2,1795266000000,5,2,1,1795262400000);
INSERT INTO empty_span VALUES(2,1795266000000,7,2,1,1795262400000);
INSERT INTO empty_span VALUES(2,1795266000000,8,2,1,1795262400000);
INSERT INTO empty_span VALUES(2,1795266000000,9,2,1,1795262400000);
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('stock','stock','360000 360000 165 3 1 1');
INSERT INTO sqlite_stat1 VALUES('stock','stock_expiry','360000 360000 2000');
INSERT INTO sqlite_stat1 VALUES('stock','stock_drug','360000 360000 6000 2000');
INSERT INTO sqlite_stat1 VALUES('recall',NULL,'20');
INSERT INTO sqlite_stat1 VALUES('recall','recall_drug','20 2');
CREATE TABLE counted (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    drug   INTEGER NOT NULL REFERENCES drug,
    expiry INTEGER NOT NULL,
    lot    TEXT NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (tenant, box, drug, expiry, lot),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO counted VALUES(2,7,1,0,'',1795312800000);
INSERT INTO counted VALUES(2,11,80,0,'',1795312800000);
CREATE TABLE sheet (
    tenant INTEGER NOT NULL REFERENCES tenant,
    name   TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    grid   TEXT NOT NULL CHECK (grid <> ''),
    PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;
INSERT INTO sheet VALUES(2,'Roll 1','210x297 2x1 90x20 at 10.1,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 10','210x297 2x10 90x20 at 10.1,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 11','210x297 2x11 90x20 at 10.11,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 12','210x297 2x12 90x20 at 10.12,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 2','210x297 2x2 90x20 at 10.2,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 3','210x297 2x3 90x20 at 10.3,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 4','210x297 2x4 90x20 at 10.4,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 5','210x297 2x5 90x20 at 10.5,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 6','210x297 2x6 90x20 at 10.6,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 7','210x297 2x7 90x20 at 10.7,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 8','210x297 2x8 90x20 at 10.8,5 pitch 95,22.5');
INSERT INTO sheet VALUES(2,'Roll 9','210x297 2x9 90x20 at 10.9,5 pitch 95,22.5');
CREATE TABLE printer (
    tenant   INTEGER NOT NULL REFERENCES tenant,
    name     TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    queue    TEXT NOT NULL DEFAULT '',      -- of CUPS; '': it is called as the printer
    language TEXT NOT NULL,                 -- what it is sent: pdf, zpl, tspl, escpos
    dpi      INTEGER NOT NULL CHECK (dpi BETWEEN 72 AND 2400),
    sheet    TEXT NOT NULL DEFAULT '',      -- what is usually in it
    x        INTEGER NOT NULL DEFAULT 0,    -- thousandths of a millimetre to the right,
    y        INTEGER NOT NULL DEFAULT 0,    -- and down
    scale_x  INTEGER NOT NULL DEFAULT 1000000 CHECK (scale_x > 0), -- millionths
    scale_y  INTEGER NOT NULL DEFAULT 1000000 CHECK (scale_y > 0),
    PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;
INSERT INTO printer VALUES(2,'Printer 1','','pdf',201,'Roll 1',100,-1000,1001000,998000);
INSERT INTO printer VALUES(2,'Printer 10','','pdf',210,'Roll 10',100,-1000,1001000,998000);
INSERT INTO printer VALUES(2,'Printer 11','','pdf',211,'Roll 11',110,-1000,1001100,998000);
INSERT INTO printer VALUES(2,'Printer 12','','pdf',212,'Roll 12',120,-1000,1001200,998000);
INSERT INTO printer VALUES(2,'Printer 2','','pdf',202,'Roll 2',200,-1000,1002000,998000);
INSERT INTO printer VALUES(2,'Printer 3','','pdf',203,'Roll 3',300,-1000,1003000,998000);
INSERT INTO printer VALUES(2,'Printer 4','','pdf',204,'Roll 4',400,-1000,1004000,998000);
INSERT INTO printer VALUES(2,'Printer 5','','pdf',205,'Roll 5',500,-1000,1005000,998000);
INSERT INTO printer VALUES(2,'Printer 6','','pdf',206,'Roll 6',600,-1000,1006000,998000);
INSERT INTO printer VALUES(2,'Printer 7','','pdf',207,'Roll 7',700,-1000,1007000,998000);
INSERT INTO printer VALUES(2,'Printer 8','','pdf',208,'Roll 8',800,-1000,1008000,998000);
INSERT INTO printer VALUES(2,'Printer 9','','pdf',209,'Roll 9',900,-1000,1009000,998000);
CREATE INDEX box_area ON box (tenant, area);
CREATE INDEX label_print_box ON label_print (tenant, box);
CREATE INDEX code_drug ON code (drug);
CREATE INDEX recall_drug ON recall (drug) WHERE lifted_at IS NULL;
CREATE INDEX movement_box ON movement (tenant, box, seq);
CREATE UNIQUE INDEX movement_reverses ON movement (tenant, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX movement_household ON movement (tenant, household, done_at) WHERE household IS NOT NULL;
CREATE TRIGGER movement_stays BEFORE UPDATE ON movement
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER movement_remains BEFORE DELETE ON movement
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE INDEX unmet_at ON unmet (tenant, at);
CREATE INDEX unmet_box ON unmet (tenant, box, at);
CREATE INDEX refusal_at ON refusal (tenant, at);
CREATE INDEX stock_expiry ON stock (tenant, expiry);
CREATE INDEX stock_drug ON stock (tenant, drug, lot);
CREATE INDEX empty_span_box ON empty_span (tenant, box, until_at);
CREATE INDEX movement_pack ON movement (tenant, pack, seq) WHERE pack IS NOT NULL;
COMMIT;
