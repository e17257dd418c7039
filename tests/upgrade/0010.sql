-- What medbox 0.1.0 kept, version 10 of its tables (dump.sh).
PRAGMA application_id = 1835167608;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_version (
    version INTEGER PRIMARY KEY
) STRICT;
INSERT INTO schema_version VALUES(1);
INSERT INTO schema_version VALUES(2);
INSERT INTO schema_version VALUES(3);
INSERT INTO schema_version VALUES(4);
INSERT INTO schema_version VALUES(5);
INSERT INTO schema_version VALUES(6);
INSERT INTO schema_version VALUES(7);
INSERT INTO schema_version VALUES(8);
INSERT INTO schema_version VALUES(9);
INSERT INTO schema_version VALUES(10);
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
INSERT INTO tenant VALUES(2,121,X'9bbbf68282231a8125afef21d4b2054bddb708588082a02498b6b3d11d1bee0d');
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
INSERT INTO box VALUES(2,3,'KK688NZ',7,'3号楼药箱','','',NULL,NULL,0,280,40,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,4,'ZQ48RMQ',9,'4号楼药箱','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,5,'RPRA15A',10,'5号楼药箱','','0712-2345675',NULL,NULL,20,150,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,6,'R99VA0X',8,'服务站药箱','前台','0712-2345676',30920000,113920000,200,2100,180,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,7,'XHR07RZ',13,'东门药箱','','',NULL,NULL,50,500,50,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,8,'TJT1QTK',14,'西门药箱','','',NULL,NULL,50,600,60,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,9,'KZAX8Q6',11,'物业药箱','物业办公室','0712-2345679',NULL,NULL,80,900,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,10,'85WGTGY',16,'Gate box','left of the gate','',NULL,NULL,33,333,33,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,11,'KZXFCN7',16,'Lobby box','','',NULL,NULL,1,1,1,7,1795312800001,1793491200000,'active');
INSERT INTO box VALUES(2,12,'2DFGQF7',17,'Old box','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'retired');
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
INSERT INTO setting VALUES(2,0,'household.salt','b6d30ce51e8c83fcccf1ac8627d8fa7aaf89a386990e3a8fb90717005889838c');
INSERT INTO setting VALUES(2,0,'label.host','box.example');
INSERT INTO setting VALUES(2,0,'shortage.window','14');
INSERT INTO setting VALUES(3,0,'fill','10');
INSERT INTO setting VALUES(3,0,'intake.days-left','60');
INSERT INTO setting VALUES(3,0,'minimum','4');
INSERT INTO setting VALUES(8,6,'minimum.fever','9');
INSERT INTO setting VALUES(11,0,'fill','10');
INSERT INTO setting VALUES(11,0,'intake.days-left','60');
INSERT INTO setting VALUES(11,0,'minimum','4');
INSERT INTO setting VALUES(15,0,'fill','10');
INSERT INTO setting VALUES(15,0,'intake.days-left','60');
INSERT INTO setting VALUES(15,0,'minimum','4');
INSERT INTO setting VALUES(16,10,'intake.lot-required','1');
CREATE TABLE label_print (
    tenant INTEGER NOT NULL,
    id     INTEGER NOT NULL CHECK (id > 0),
    box    INTEGER NOT NULL,
    nonce  TEXT NOT NULL DEFAULT '',
    at     INTEGER NOT NULL,
    person INTEGER,
    reason TEXT NOT NULL DEFAULT '', said TEXT NOT NULL DEFAULT '', sheet TEXT NOT NULL DEFAULT '', format TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO label_print VALUES(2,1,1,'YBAG',1793491200000,NULL,'the first ones',replace('1号楼药箱\n书院社区 第一网格\n1号楼 大厅左侧\nHQQ-SBDE\nSealed OTC, 60+ days left\n\n☎ 0712-2345671\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,2,2,'6RQ5',1793491200000,NULL,'the first ones',replace('2号楼药箱\n书院社区 第一网格\n2号楼 门口, "东"侧\nN0Z-MMZX\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,3,3,'6G16',1793491200000,NULL,'the first ones',replace('3号楼药箱\n书院社区 第一网格\n3号楼\nKK6-88NZ\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,4,6,'H7CD',1793491200000,NULL,'the first ones',replace('服务站药箱\n书院社区 第二网格\n前台\nR99-VA0X\nSealed OTC, 60+ days left\n\n☎ 0712-2345676\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,5,4,'WNMB',1793491200000,NULL,'the first ones',replace('4号楼药箱\n书院社区 第二网格\n4号楼\nZQ4-8RMQ\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,6,5,'N4DY',1793491200000,NULL,'the first ones',replace('5号楼药箱\n书院社区 第二网格\n5号楼\nRPR-A15A\nSealed OTC, 60+ days left\n\n☎ 0712-2345675\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,7,9,'8QFW',1793491200000,NULL,'the first ones',replace('物业药箱\n槐荫社区\n物业办公室\nKZA-X8Q6\nSealed OTC, 60+ days left\n\n☎ 0712-2345679\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,8,7,'3VC7',1793491200000,NULL,'the first ones',replace('东门药箱\n槐荫社区 第一网格\n1号楼\nXHR-07RZ\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,9,8,'Z2Y8',1793491200000,NULL,'the first ones',replace('西门药箱\n槐荫社区 第一网格\n2号楼\nTJT-1QTK\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,10,10,'JKWZ',1793491200000,NULL,'the first ones',replace('Gate box\nRiverside Grid 1\nleft of the gate\n85W-GTGY\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,11,11,'ZGNK',1793491200000,NULL,'the first ones',replace('Lobby box\nRiverside Grid 1\n\nKZX-FCN7\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,12,10,'76TD',1793491200000,NULL,'torn',replace('Gate box\nRiverside Grid 1\nleft of the gate\n85W-GTGY\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
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
INSERT INTO movement VALUES(2,3,X'0193a5b0000370008000000000000000',1793528100000,1793528100000,2,6,21,20864,'240311',9,NULL,NULL,X'35ae42a4d44b32f81b7d9e7558e131427daae4f03fef77f12804762ee0226df1',NULL,NULL,'',X'837f65006bd12617e3599d8beb21b8f3a53c8a057628a91eae6a948a6062995c');
INSERT INTO movement VALUES(2,4,X'0193a5b0000570008000000000000000',1793583000000,1793583000000,1,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'c3f917ebad39889ad031bc0fab8ac64ab388ad7ef15846c8aa2d6fd04e4cf015');
INSERT INTO movement VALUES(2,5,X'0193a5b0000670008000000000000000',1793583000000,1793577600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'd77a71aed51ae2002ec1f56ad64ded5da1484cacf8104e90f9fd4bfe923068e1');
INSERT INTO movement VALUES(2,6,X'0193a5b0000770008000000000000000',1793614500000,1793614500000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'4d1bf412ec74ceb874bd208398f90f100a3e9d42021458bce389a885abffe4cc');
INSERT INTO movement VALUES(2,7,X'0193a5b0000970008000000000000000',1793669400000,1793669400000,1,1,3,21274,'B3',48,NULL,NULL,NULL,NULL,NULL,'',X'd36994d9177bbfe35328c0030bd9e5f9d9665cdf06c8471089b1af59fead6707');
INSERT INTO movement VALUES(2,8,X'0193a5b0001070008000000000000000',1793669400000,1793664000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'6f7a9e3c3e100937f91b64ec0a040bd6a042fdee3664fd699e3a508435d70573');
INSERT INTO movement VALUES(2,9,X'0193a5b0001370008000000000000000',1793755800000,1793755800000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'7ddcb2eff7d039a9f9c61c5557eee83c57c00fa099f97c34b619eb0c929d3c97');
INSERT INTO movement VALUES(2,10,X'0193a5b0001470008000000000000000',1793755800000,1793750400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'e377af96bcf60663dd952d003b950b252b0b4020be23a74c9492da4d41581d67');
INSERT INTO movement VALUES(2,11,X'0193a5b0001570008000000000000000',1793787300000,1793787300000,2,1,3,21274,'B3',8,NULL,NULL,X'c5e25439337a06e2f2ed5a8c37a5916b8edf616a9fdd02ed28f6c61ffdcbde5d',NULL,NULL,'',X'e3ca404e87fb22b990d41e5ed23194ec12b6b197ae2e2cdb2308f1e79743835c');
INSERT INTO movement VALUES(2,12,X'0193a5b0001770008000000000000000',1793842200000,1793842200000,1,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'ceaf9b6174402f7aff3eb6fd6ca58c0ad4b4b989b61da0ce2e6d3b09ac06a5ec');
INSERT INTO movement VALUES(2,13,X'0193a5b0001870008000000000000000',1793842200000,1793836800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'4e7b92c0bb5e6857486699ce3f4f9548368054ba685493954b8a448ab4577ed6');
INSERT INTO movement VALUES(2,14,X'0193a5b0001970008000000000000000',1793873700000,1793873700000,2,6,21,20864,'240311',9,NULL,NULL,X'be271da08ff521416a61b4e0372c049980d743be19153cc13e97a544d973c0b0',NULL,NULL,'',X'640311ee01d7670f08dd1a0e6ac2c26369fd9f05297f8ff1bf26ca790c9b2640');
INSERT INTO movement VALUES(2,15,X'0193a5b0002170008000000000000000',1793928600000,1793928600000,1,1,3,21274,'B6',48,NULL,NULL,NULL,NULL,NULL,'',X'68e68d2065f85f16f648635dce5184d969262aa89c67468e3ad7acf700e07e3f');
INSERT INTO movement VALUES(2,16,X'0193a5b0002270008000000000000000',1793928600000,1793923200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'17e81ebcb5ef45279eb533ff30a0c8b3156b2617885272bed5a903d2c298c7fc');
INSERT INTO movement VALUES(2,17,X'0193a5b0002370008000000000000000',1793960100000,1793960100000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'9408ab9ec6d08a5b4e962816bceee47d901ce367a63240791e0a837241e2abe3');
INSERT INTO movement VALUES(2,18,X'0193a5b0002570008000000000000000',1794015000000,1794015000000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'8ac83f95f0ebdc04ff145b0dac8fa260b548ced9387f46e0cd3ab80f08d4094a');
INSERT INTO movement VALUES(2,19,X'0193a5b0002670008000000000000000',1794015000000,1794009600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'78d7064b7c227830a8304a14c11a6bc8287e5add9931c8559ebd5041d93e4c65');
INSERT INTO movement VALUES(2,20,X'0193a5b0002970008000000000000000',1794101400000,1794101400000,1,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'02416a3d04099b1c7024b8f2d6e2a2fa1d9f019648b71fac14162ed096be91f6');
INSERT INTO movement VALUES(2,21,X'0193a5b0003070008000000000000000',1794101400000,1794096000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a4604b6b71702d1dee51896822f54f17aef9ef26f2b29a7e530feb9a287d0f33');
INSERT INTO movement VALUES(2,22,X'0193a5b0003170008000000000000000',1794132900000,1794132900000,2,1,3,21274,'B3',8,NULL,NULL,X'3a2d640d4fe84c242c5eb6636ac9c99fa11456496975d320d58729ae5a5f1e8c',NULL,NULL,'',X'0a2238edf486a9572aebbeb93d1c77bb8b4ebc90d578d836d1bcb9a5a81584fe');
INSERT INTO movement VALUES(2,23,X'0193a5b0003370008000000000000000',1794187800000,1794187800000,1,1,3,21274,'B9',48,NULL,NULL,NULL,NULL,NULL,'',X'c13bfa9cbc93f0312d1e54a879745ba336736f55c8cdb2af98558238603cda4c');
INSERT INTO movement VALUES(2,24,X'0193a5b0003470008000000000000000',1794187800000,1794182400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'605e0216bd69439885f03ba4af05b246f22bf0e9f0e4cd76d675482592b56668');
INSERT INTO movement VALUES(2,25,X'0193a5b0003570008000000000000000',1794219300000,1794219300000,2,6,21,20864,'240311',9,NULL,NULL,X'a87671f55b1df26789bcad7aaddfe2f953b3bd7c8bad13bdd7a378f14e1cab91',NULL,NULL,'',X'6e84a6f134cac2208aa853ad3b4aad530341cb448cfd33437b1cd4129269b382');
INSERT INTO movement VALUES(2,26,X'0193a5b0003770008000000000000000',1794274200000,1794274200000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'afc8ecaa1e5e6bcb20887a07cadbd2459ea9d9c9d51c1ed6107132c2c6052f08');
INSERT INTO movement VALUES(2,27,X'0193a5b0003870008000000000000000',1794274200000,1794268800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'ea373db26635b9012dd9856c1866a9f3eeb351bb34cf85e14bcd3c298326a707');
INSERT INTO movement VALUES(2,28,X'0193a5b0003970008000000000000000',1794305700000,1794305700000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'921494168b365e168d81756bec3ace4b2edc9e8d4f7f5b14465880502adb1147');
INSERT INTO movement VALUES(2,29,X'0193a5b0004170008000000000000000',1794360600000,1794360600000,1,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'9845f6d976e3540e7cae21741d5475a97348a500774bb2f2d284ee9d1dd51f37');
INSERT INTO movement VALUES(2,30,X'0193a5b0004270008000000000000000',1794360600000,1794355200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a3c5ecb27fc35e8c801eb6427d61f82f428917a306468034a83010dab4ed1512');
INSERT INTO movement VALUES(2,31,X'0193a5b0004570008000000000000000',1794447000000,1794447000000,1,1,3,21274,'B12',48,NULL,NULL,NULL,NULL,NULL,'',X'2b45c9c8a0198f61bb9ce1199cd7aa166c2d746fa8bfa616b73e17dbb84673e6');
INSERT INTO movement VALUES(2,32,X'0193a5b0004670008000000000000000',1794447000000,1794441600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'282d321a3d79fd25d3c676b545b5603e4a43b122e9b3b02f6a86ab3acaaaec7e');
INSERT INTO movement VALUES(2,33,X'0193a5b0004770008000000000000000',1794478500000,1794478500000,2,1,3,21274,'B12',8,NULL,NULL,X'285dd6da75410bd33302f97a666325df6de5a045e12a4597c9df7f354e9ff5fa',NULL,NULL,'',X'377f66c19abdbcb90e7054d64265e6456b8a16d0920b8c3e7069deb61e41b292');
INSERT INTO movement VALUES(2,34,X'0193a5b0004970008000000000000000',1794533400000,1794533400000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'fb014aa43e0015f5688b511293bad5c1b56a9ad0f41c08b976e30e65bac51326');
INSERT INTO movement VALUES(2,35,X'0193a5b0005070008000000000000000',1794533400000,1794528000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'53499bcecb1028a825dd2b21f05da8103b9f1300c3ac09036118abd921aa46e7');
INSERT INTO movement VALUES(2,36,X'0193a5b0005170008000000000000000',1794564900000,1794564900000,2,6,21,20864,'240311',9,NULL,NULL,X'54b02bfa3233a84393de429954672fc3e7d62ab0109a5ab2393be38cdacb7116',NULL,NULL,'',X'f76c13d025b9082df21718932dbba265c6b71abdb08b26635e02607f2e1e9490');
INSERT INTO movement VALUES(2,37,X'0193a5b0005370008000000000000000',1794619800000,1794619800000,1,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'1c268ec0db927caf689a38ac10356919a97cdafad035425e3c827a3e165771d9');
INSERT INTO movement VALUES(2,38,X'0193a5b0005470008000000000000000',1794619800000,1794614400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'845b6a4d6c02dc8e5b5f043d00810c5a1a9dd315419663a9f19f6eae2335f071');
INSERT INTO movement VALUES(2,39,X'0193a5b0005570008000000000000000',1794651300000,1794651300000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'49c98bd368a2067f44ccdbc931acd38887e2df8f8d3e25b3579e6eae3f7f1ecc');
INSERT INTO movement VALUES(2,40,X'0193a5b0005770008000000000000000',1794706200000,1794706200000,1,1,3,21274,'B15',48,NULL,NULL,NULL,NULL,NULL,'',X'93bc1fbfa17bdf5d93000785ffac23944baaf8d75d0c1bf853d3dc0525d6e8ee');
INSERT INTO movement VALUES(2,41,X'0193a5b0005870008000000000000000',1794706200000,1794700800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0d19abee2428362e36389845d70c7634f559a097655e9f48afc1ce28ffac1bc3');
INSERT INTO movement VALUES(2,42,X'0193a5b0006170008000000000000000',1794792600000,1794792600000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'e99d881ce2e81a08df70ae4deaef9bc4581fae4df6d0d3d158a20ddf95d7b4c7');
INSERT INTO movement VALUES(2,43,X'0193a5b0006270008000000000000000',1794792600000,1794787200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'8174e0518a89c2dbf773f43db6bac0636308db9ae75af2f932c1e27ead800925');
INSERT INTO movement VALUES(2,44,X'0193a5b0006370008000000000000000',1794824100000,1794824100000,2,1,3,21274,'B12',8,NULL,NULL,X'ebc1665d0beca5c0470c3f05eee42bd2b4cfe7fbeec454267516eadef9c54092',NULL,NULL,'',X'25334bdfa98f49c893ae50697731d542d1620e5543cd4d7c9cbf8e3aa89aa0a0');
INSERT INTO movement VALUES(2,45,X'0193a5b0006570008000000000000000',1794879000000,1794879000000,1,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'75387363a3df17475f489c231f0a20f9fb99de13fc29447dfb827134193481e9');
INSERT INTO movement VALUES(2,46,X'0193a5b0006670008000000000000000',1794879000000,1794873600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'bcd9156fc1a9a5b9fdaed27fb4a2d3f3d6842a31d0df24a7599ae8d660c26302');
INSERT INTO movement VALUES(2,47,X'0193a5b0006770008000000000000000',1794910500000,1794910500000,2,6,21,20864,'240311',9,NULL,NULL,X'923cb666c8046f885458d1b09d8fc2a79a92c340ddaa8c42082f7d064cda1ed5',NULL,NULL,'',X'0dfc40555899b6ffd3e6163d750a6a00b2db0dde33a56022b7a9ffae5170efda');
INSERT INTO movement VALUES(2,48,X'0193a5b0006970008000000000000000',1794965400000,1794965400000,1,1,3,21274,'B18',48,NULL,NULL,NULL,NULL,NULL,'',X'700ea2b73a62a3a69710c173253603e3e083573a06404922d55a0b13b2637812');
INSERT INTO movement VALUES(2,49,X'0193a5b0007070008000000000000000',1794965400000,1794960000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'7e73be4a4f7d4d6086c54fbd1bf2e74dbadf29419e144a7594851d0d950e8684');
INSERT INTO movement VALUES(2,50,X'0193a5b0007170008000000000000000',1794996900000,1794996900000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'a1d84cb594f6a7e16acbb5e12a5e94805a402dba8457fe41bdbc231f6839076f');
INSERT INTO movement VALUES(2,51,X'0193a5b0007370008000000000000000',1795051800000,1795051800000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'b139a32fbe87e18a0572b29acdefd48e4461a457fe7976f81abdecf9f00fbd36');
INSERT INTO movement VALUES(2,52,X'0193a5b0007470008000000000000000',1795051800000,1795046400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'6e84a661747b3bcb0524d480c53e4c93425aa0aed237d5c5502de7310416792c');
INSERT INTO movement VALUES(2,53,X'0193a5b0007770008000000000000000',1795138200000,1795138200000,1,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'887b47641b7ddfca96a1048585e5e7c88290e1e7b5c5078f812ee6b0caa11a5e');
INSERT INTO movement VALUES(2,54,X'0193a5b0007870008000000000000000',1795138200000,1795132800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'ba9d5487d39fedb8f95a3c354a58a85950b93e70c08a24137826a3c499639d78');
INSERT INTO movement VALUES(2,55,X'0193a5b0007970008000000000000000',1795169700000,1795169700000,2,1,3,21274,'B12',8,NULL,NULL,X'c5d365c4136ffbc27ea02760784dc61f99240318e072d43ce4fffff3ceec2b61',NULL,NULL,'',X'230ccf5acb3b904cef0a9d6ae9cfa9a4ab7b6478aa5376b092ca0e8251923ccb');
INSERT INTO movement VALUES(2,56,X'0193a5b0008170008000000000000000',1795224600000,1795224600000,1,1,3,21274,'B21',48,NULL,NULL,NULL,NULL,NULL,'',X'9abaa8cb804e2db98cb09e95935a626a6eab44ab409dc7c53636034c5275b3b3');
INSERT INTO movement VALUES(2,57,X'0193a5b0008270008000000000000000',1795224600000,1795219200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'2dc67417148ba9fefcd436be6a16ff7c50c0046d6e0b53700df203e880cdf034');
INSERT INTO movement VALUES(2,58,X'0193a5b0008370008000000000000000',1795256100000,1795256100000,2,6,21,20864,'240311',9,NULL,NULL,X'ead469b42e3bd52659e20de380cdaf2b021188e709a04565ec6437f9b183a8e1',NULL,NULL,'',X'269794eed6c4fcc691ee49022048fd9473724e7b8e585ed0aec09162cdc64c2d');
INSERT INTO movement VALUES(2,59,X'0193a5b0008570008000000000000000',1795256100000,1795256100000,2,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'',X'a87a28686245bfc89e3a7b44cb1585fdcd7bfa18a5dc3d1781a1f4557d9291c9');
INSERT INTO movement VALUES(2,60,X'0193a5b000857e86818385807bf7adf8',1795256100000,1795256100000,2,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'',X'934b7e7851bdeea91fe1d70a546f809c4b72fab37e8bdc9b5823147a890016a9');
INSERT INTO movement VALUES(2,61,X'0193a5b0008579c8994f542f4e814be8',1795256100000,1795256100000,2,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'',X'85729778e1c0536bb3085a6ca0e96126f3fd3f0d5ba6b3f62fa09468f6539363');
INSERT INTO movement VALUES(2,62,X'0193a5b000857f91aaf0a01b23a08c42',1795256100000,1795256100000,2,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'',X'210d6067b751833930e1de9dd1d1b6dc53df37717b507b50eb702209e32fd81f');
INSERT INTO movement VALUES(2,63,X'0193a5b00085781caed16a1f7f1a094e',1795256100000,1795256100000,2,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'',X'506c0f00a5e7b4c8fc52af8b4e1a687b9680b16487c997a91041fa8066d16437');
INSERT INTO movement VALUES(2,64,X'0193a5b00085777a829b992171bf66ac',1795256100000,1795256100000,2,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'',X'a53f83d98b45a5193086b2598e4f6f392c6f512b2b13d8dcd6406fec4fad0960');
INSERT INTO movement VALUES(2,65,X'0193a5b000857f6993b36c42c92dae7f',1795256100000,1795256100000,2,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'',X'a49bde757bf0bb4f5d1cfbf2d5adfa7e9643380d83effa292960d534c6a6e7e0');
INSERT INTO movement VALUES(2,66,X'0193a5b0008670008000000000000000',1795256100000,1795256100000,1,11,80,2932896,'',3,NULL,NULL,NULL,NULL,NULL,'',X'19ec46c2378ced8db47e7104d97f28253064862da2cc13b5e7b127a2850170af');
INSERT INTO movement VALUES(2,67,X'0193a5b0008770008000000000000000',1795258800000,1795258800000,1,2,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'5a2435add1de53f0746b4094fd24ed10f85abe6ed73736483ed7ee2c8c0b015a');
INSERT INTO movement VALUES(2,68,X'0193a5b0008870008000000000000000',1795258800000,1795258800000,1,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'2dc651fa66a544f156dffd1d15d74945300c2a050ace869078e4cb3eb547f583');
INSERT INTO movement VALUES(2,69,X'0193a5b0008970008000000000000000',1795262400000,1795262400000,2,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'ac1de9e84859f19dde25def73ab92e254277cfa69b0b823a284471faa72fe935');
INSERT INTO movement VALUES(2,70,X'0193a5b0009070008000000000000000',1795266000000,1795266000000,1,2,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'6c63c3358ea6c684a7143a471eb31270b33056dc3b9ce5a8d797239bc80fbc8f');
INSERT INTO movement VALUES(2,71,X'0193a5b0009170008000000000000000',1795266000000,1795266000000,1,2,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'2f18d32d8c634793caf17159b06e8176ac86c51c37da22b510c14b200566716b');
INSERT INTO movement VALUES(2,72,X'0193a5b0009270008000000000000000',1795258800000,1795258800000,1,3,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'c8f25813fb8dffec40079cfff056a0d34090b166725c798a7221a1743f086ba6');
INSERT INTO movement VALUES(2,73,X'0193a5b0009370008000000000000000',1795258800000,1795258800000,1,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a6a86b18e0d05da6f26cee35ddf6c0aca1fe6bed9600d04f8daffd01cff74e2d');
INSERT INTO movement VALUES(2,74,X'0193a5b0009470008000000000000000',1795262400000,1795262400000,2,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'3bdb7b20d7450cfece2b825790cf28722f36ed99b17e1a134a6dd50b230399ec');
INSERT INTO movement VALUES(2,75,X'0193a5b0009570008000000000000000',1795266000000,1795266000000,1,3,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'b9dbf8a5249cfb44a69f009badaa3d9679b15fd80ab25ea671f87f0bb3631927');
INSERT INTO movement VALUES(2,76,X'0193a5b0009670008000000000000000',1795266000000,1795266000000,1,3,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'184bdebac027581cb87c686774d616868a477689c679aa0245baf6dd829dd982');
INSERT INTO movement VALUES(2,77,X'0193a5b0009770008000000000000000',1795258800000,1795258800000,1,4,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'e25dcb3575117ad3ee71eb6c86f17581dff5ea913ee4fa9537852728f7fb2fa4');
INSERT INTO movement VALUES(2,78,X'0193a5b0009870008000000000000000',1795258800000,1795258800000,1,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'91732919fbfd78569cbc99e8b046001a90a428a1917aebded8b5b2b54fa67350');
INSERT INTO movement VALUES(2,79,X'0193a5b0009970008000000000000000',1795262400000,1795262400000,2,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'4060094773dae3ec4f44eaf5d896efe47ef218e0cf2ab47da9c0cf6b01cb68db');
INSERT INTO movement VALUES(2,80,X'0193a5b0010070008000000000000000',1795266000000,1795266000000,1,4,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'81c70b35b4d785e48c14313167a03d46e6bef5899daf24e3711ee308b1f7e4e6');
INSERT INTO movement VALUES(2,81,X'0193a5b0010170008000000000000000',1795266000000,1795266000000,1,4,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'1776760ef23dc2dd28b55a219bfc4e147c04d5404dfa9236058f23f0c830bb22');
INSERT INTO movement VALUES(2,82,X'0193a5b0010270008000000000000000',1795258800000,1795258800000,1,5,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'deb77c8ad66404bae4d9863f352697ae53e5c47be843e891fec4193eb6573318');
INSERT INTO movement VALUES(2,83,X'0193a5b0010370008000000000000000',1795258800000,1795258800000,1,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'971f54b954a2d457f24e1f2be13c506035e411ee05ca627d70463bca39885e21');
INSERT INTO movement VALUES(2,84,X'0193a5b0010470008000000000000000',1795262400000,1795262400000,2,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'0d99dcf50a5ff661c450afde952f2ba5b1f55795e861a6aa3c97690e00282b1f');
INSERT INTO movement VALUES(2,85,X'0193a5b0010570008000000000000000',1795266000000,1795266000000,1,5,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'6320dd62835baead141050339ebcf9036770d9570fb30bbaaf60cf248eff2bdd');
INSERT INTO movement VALUES(2,86,X'0193a5b0010670008000000000000000',1795266000000,1795266000000,1,5,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'56bb1e5ac59fc082a728adce441396f434563b2610e1550b98debf3a38b05550');
INSERT INTO movement VALUES(2,87,X'0193a5b0010770008000000000000000',1795258800000,1795258800000,1,7,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'8577ca85d8060adb4bd87d1592d15b1ffac9b811f40498c0f728efa68994663a');
INSERT INTO movement VALUES(2,88,X'0193a5b0010870008000000000000000',1795258800000,1795258800000,1,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'1789eefdaa9e7eb895ace01de710d1aca7adb38106f70235031189418c69935b');
INSERT INTO movement VALUES(2,89,X'0193a5b0010970008000000000000000',1795262400000,1795262400000,2,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a20fb1ffac6525033828775af2897c1172c4515d97f0e828843baba4bcd2dca0');
INSERT INTO movement VALUES(2,90,X'0193a5b0011070008000000000000000',1795266000000,1795266000000,1,7,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'5e8a8aabfecb00f7e2bc63d29eff5bbbb8c7b96b90d75e9bea0617a63e0aa8b5');
INSERT INTO movement VALUES(2,91,X'0193a5b0011170008000000000000000',1795266000000,1795266000000,1,7,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'1a0eb434ca9ac6b5201ae0fe82d74c1aeff972687eb579c132380ac7e72b736f');
INSERT INTO movement VALUES(2,92,X'0193a5b0011270008000000000000000',1795258800000,1795258800000,1,8,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'1c0899ed09babf873262fc26498e060a224e2d7dcfa3928d28929cd33eee3e7f');
INSERT INTO movement VALUES(2,93,X'0193a5b0011370008000000000000000',1795258800000,1795258800000,1,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'7e473659d418c36e6db7ef9a44a47320ee9c859bf7165842f9774b9570252c57');
INSERT INTO movement VALUES(2,94,X'0193a5b0011470008000000000000000',1795262400000,1795262400000,2,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'cefb6cb198aca8af490d272d721759dd1f8b5a29cf313f1180b273e5b47d436b');
INSERT INTO movement VALUES(2,95,X'0193a5b0011570008000000000000000',1795266000000,1795266000000,1,8,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'd3703e7759803829854b5df670fda1aadcff416faa729c7337eee5d534e71964');
INSERT INTO movement VALUES(2,96,X'0193a5b0011670008000000000000000',1795266000000,1795266000000,1,8,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'4659d9b55f0e684e83a936293a1135898784865c4b833320e4047217e04bada1');
INSERT INTO movement VALUES(2,97,X'0193a5b0011770008000000000000000',1795258800000,1795258800000,1,9,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'b41b35b9b0f129edbebba7728444c7dd73ba65a98b52897b59390df3a4306732');
INSERT INTO movement VALUES(2,98,X'0193a5b0011870008000000000000000',1795258800000,1795258800000,1,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'4c3da9242c9be65a1a0a41f2bd03d879f1c6c480235c35e2eadd29d118735377');
INSERT INTO movement VALUES(2,99,X'0193a5b0011970008000000000000000',1795262400000,1795262400000,2,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'f00f6f0aaeb993a6b6b6646bf8fdfbe8073eaf688c05409807642be508b4b0ff');
INSERT INTO movement VALUES(2,100,X'0193a5b0012070008000000000000000',1795266000000,1795266000000,1,9,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'435b0086d832e358727c5abe9d8f9f63348f93700ea33d7ac5dea2b14ba9e972');
INSERT INTO movement VALUES(2,101,X'0193a5b0012170008000000000000000',1795266000000,1795266000000,1,9,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'338e30b23fada427d74944b693a6928b7d34c0d331ac5b54a8532b45b24ba42d');
INSERT INTO movement VALUES(2,102,X'01a1fe3134807fbdb3de12ee066a6295',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'56fc6ab0824f641724285cc04c89113ddd7d1afac505f6661de8163de5d118fb');
INSERT INTO movement VALUES(2,103,X'01a1fe3134807622a9566d7b855862a6',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'a2fff45778aab0b9127b18c02ab574cac882b744fc56af1b58f79bb77e72afce');
INSERT INTO movement VALUES(2,104,X'01a1fe31348079ceb094a15c284d9748',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000003',NULL,NULL,NULL,'',X'6d3d24eaabe02885b0cf9e62a0c60c637bf6ed450381358611b8fec9f2b3acff');
INSERT INTO movement VALUES(2,105,X'01a1fe3134807246967c1b5f273d381e',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000004',NULL,NULL,NULL,'',X'2960bb9c7cf414f8f7e103385b8c256bfbd461a56c77d427ddd483a1c92747d5');
INSERT INTO movement VALUES(2,106,X'01a1fe313480728db033a5c7677f43fb',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000005',NULL,NULL,NULL,'',X'a8d4711364360443236237e44e0bcfda60703aaabed034d8ac6998fe3599f307');
INSERT INTO movement VALUES(2,107,X'01a1fe313480722591e7e71d515c24f3',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000006',NULL,NULL,NULL,'',X'178129c1c2ebbcea88a304e5b98c73a9872defae29c7d7308dfc66cc88fd543a');
INSERT INTO movement VALUES(2,108,X'01a1fe31348072ea9fc5de51e66378b7',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000007',NULL,NULL,NULL,'',X'87402970e680c3bf3b3ea491794265115e85b42d3ff5ac3412e697802dabcc3e');
INSERT INTO movement VALUES(2,109,X'01a1fe3134807100a7cc3075addb77bd',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000008',NULL,NULL,NULL,'',X'd9b8b3cecf56767a32cd4dd657127da9fa290f4b064369a08918a0c9d36bfc92');
INSERT INTO movement VALUES(2,110,X'01a1fe3134807dd196b9ce153aa81a47',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000009',NULL,NULL,NULL,'',X'2fd99b786f0386f26047c6a5122e4d0db3e4517f557e0bfef7e39a83af94c39b');
INSERT INTO movement VALUES(2,111,X'01a1fe3134807ffe9fcc9969a8dfd6df',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000010',NULL,NULL,NULL,'',X'eeb5d9b572dac46a98a8888f3e5760e499ee76d2debd961f6ad4888d9cc09fde');
INSERT INTO movement VALUES(2,112,X'01a1fe31348075c5a672168e6a5ee455',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000011',NULL,NULL,NULL,'',X'930f198b25eda6e22bf885a10f6c7e59b4ced96546b6aaad7effeeae7cd75253');
INSERT INTO movement VALUES(2,113,X'01a1fe31348076789e496f3c541bcce5',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000012',NULL,NULL,NULL,'',X'dbac7f0d1d46aa94b4bb0ba5e953baeb46152a0e2bf1e9171d234a494d4a9688');
INSERT INTO movement VALUES(2,114,X'01a1fe3134807a9e8cd7542e225bcecf',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'ef4fcfe7b162c5f0d7e895993c56c2b327cb063946d3340db9fc864c4711b213');
INSERT INTO movement VALUES(2,115,X'01a1fe31348072399748af8d71b83fa3',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'bc97ba937fd0311d649ef8f4669466bc5f1486f574a919f62c705bc92eaa4347');
INSERT INTO movement VALUES(2,116,X'0193a5b0013470008000000000000000',1795312800000,1795312800000,9,6,21,20864,'240311',27,1,NULL,NULL,NULL,NULL,'the wrong box',X'42f063f0e8c5f762725640ce7d5864853dfa6ee41c3d3221bcd77ae4a96a3c7e');
INSERT INTO movement VALUES(2,117,X'0193a5b0013570008000000000000000',1795312800000,1795312800000,8,6,21,20864,'240311',9,3,NULL,NULL,NULL,NULL,'',X'd3d4a0f94f6def3b78fd53beb602781843eb33de2d0f17377f46b88dc5d0f10a');
INSERT INTO movement VALUES(2,118,X'0193a5b0013670008000000000000000',1795312800000,1795312800000,7,6,21,20864,'240311',2,NULL,NULL,NULL,NULL,NULL,'受潮',X'3714ab9ab29340f78b75cf6df2f8dd8b4c0045ed0714ef0f5ecb1ff08b65addd');
INSERT INTO movement VALUES(2,119,X'0193a5b0013770008000000000000000',1795312800000,1795312800000,6,7,1,20969,'',57,NULL,NULL,NULL,NULL,NULL,'',X'4730c6896c692fae2925ad314b138ecadd52f9120465a8dbdb9f5d6f79e5a320');
INSERT INTO movement VALUES(2,120,X'0193a5b0013870008000000000000000',1795312800000,1795312800000,5,11,80,2932896,'',1,NULL,NULL,NULL,NULL,NULL,'',X'4f622ec772599ed20fdbfba001df166993d661da4d3d67fcc48d37d7dd826a9b');
INSERT INTO movement VALUES(2,121,X'01a20621ad007c6e865985bbdb89d9e1',1795399200000,1795399200000,7,1,3,21274,'B3',32,NULL,NULL,NULL,NULL,NULL,'recalled',X'9bbbf68282231a8125afef21d4b2054bddb708588082a02498b6b3d11d1bee0d');
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
    reason      TEXT NOT NULL DEFAULT '', expiry INTEGER NOT NULL DEFAULT 0, lot TEXT NOT NULL DEFAULT '', walk INTEGER, figures TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, from_box) REFERENCES box,
    FOREIGN KEY (tenant, to_box) REFERENCES box,
    CHECK (from_box <> to_box)
) STRICT, WITHOUT ROWID;
INSERT INTO transfer VALUES(2,1,2,3,1,10,'accepted',1793491200000,1793491200001,1,'short',0,'',1,'');
INSERT INTO transfer VALUES(2,2,3,4,2,20,'carried',1793491200000,1793491200002,2,'short',0,'',2,'from_before=9500 from_after=6000 to_before=0 to_after=7000 from_rate=800 to_rate=500 from_amount=8000 to_amount=0 horizon=7000 chance_before=1000 chance_after=120 gives=3000');
INSERT INTO transfer VALUES(2,3,4,5,3,30,'done',1793491200000,1793491200003,3,'short',0,'',3,'');
INSERT INTO transfer VALUES(2,4,5,6,4,40,'cancelled',1793491200000,1793491200004,4,'short',0,'',NULL,'from_before=9500 from_after=6000 to_before=0 to_after=7000 from_rate=800 to_rate=500 from_amount=8000 to_amount=0 horizon=7000 chance_before=1000 chance_after=120 gives=3000');
INSERT INTO transfer VALUES(2,5,6,7,5,50,'proposed',1793491200000,1793491200005,5,'short',0,'',5,'');
INSERT INTO transfer VALUES(2,6,7,8,6,60,'accepted',1793491200000,1793491200006,6,'short',0,'',6,'from_before=9500 from_after=6000 to_before=0 to_after=7000 from_rate=800 to_rate=500 from_amount=8000 to_amount=0 horizon=7000 chance_before=1000 chance_after=120 gives=3000');
INSERT INTO transfer VALUES(2,7,8,9,7,70,'carried',1793491200000,1793491200007,7,'short',0,'',7,'');
INSERT INTO transfer VALUES(2,8,9,10,8,80,'done',1793491200000,1793491200008,8,'short',0,'',NULL,'from_before=9500 from_after=6000 to_before=0 to_after=7000 from_rate=800 to_rate=500 from_amount=8000 to_amount=0 horizon=7000 chance_before=1000 chance_after=120 gives=3000');
INSERT INTO transfer VALUES(2,9,10,11,9,90,'cancelled',1793491200000,1793491200009,9,'short',0,'',9,'');
INSERT INTO transfer VALUES(2,10,1,2,10,100,'proposed',1793491200000,1793491200010,10,'short',0,'',10,'from_before=9500 from_after=6000 to_before=0 to_after=7000 from_rate=800 to_rate=500 from_amount=8000 to_amount=0 horizon=7000 chance_before=1000 chance_after=120 gives=3000');
INSERT INTO transfer VALUES(2,11,2,3,11,110,'accepted',1793491200000,1793491200011,11,'short',0,'',11,'');
INSERT INTO transfer VALUES(2,12,3,4,12,120,'carried',1793491200000,1793491200012,12,'short',0,'',NULL,'from_before=9500 from_after=6000 to_before=0 to_after=7000 from_rate=800 to_rate=500 from_amount=8000 to_amount=0 horizon=7000 chance_before=1000 chance_after=120 gives=3000');
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
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('stock','stock','360000 360000 165 3 1 1');
INSERT INTO sqlite_stat1 VALUES('stock','stock_expiry','360000 360000 2000');
INSERT INTO sqlite_stat1 VALUES('stock','stock_drug','360000 360000 6000 2000');
INSERT INTO sqlite_stat1 VALUES('recall',NULL,'20');
INSERT INTO sqlite_stat1 VALUES('recall','recall_drug','20 2');
CREATE TABLE sheet (
    tenant INTEGER NOT NULL REFERENCES tenant,
    name   TEXT NOT NULL CHECK (name <> ''),
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
    name     TEXT NOT NULL CHECK (name <> ''),
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
CREATE TABLE outlook (
    tenant INTEGER NOT NULL REFERENCES tenant,
    day    INTEGER NOT NULL,  -- the last one that it has learned from
    later  INTEGER NOT NULL,  -- all movements up to this one are of that day or before it
    head   INTEGER NOT NULL,  -- the ledger's last movement at that time
    basis  BLOB NOT NULL CHECK (length(basis) = 32), -- SHA-256 of the boxes and medicines it holds for
    state  BLOB NOT NULL,
    PRIMARY KEY (tenant, day)
) STRICT, WITHOUT ROWID;
INSERT INTO outlook VALUES(2,20779,120,121,X'5cdada878e0ef07888e317fcccef88ea8339c967fe91d805177ae64bc52886f5',X'0300626d0c0000001e0000000100000003000000060000002b51000016510000510ee250cb4d1e40ab024343904b1740cf3f8599f7e14b40d465816f82f61240bd7db4a315e21a40de2e6708b1f616401f854e6369f91640c936cbe36abb1a4098ca532714bd1a403e94069f6d502040c4ba388367172a40dbbe702aba0c1440a8cc0471820e16400da1a7090d871a405ca15d7abc9cee3fc43fff09611cee3ffc533f2007e4f53f102d8c9eea1dec3fcb7786e069daee3fd705368d296cee3f35ccdb2e561aee3f2c8fe724935b3740bdaf766daeac44401d2490916670e03fe7a8b5c441d63340000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f00000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000014400000000000001440000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000244000000000008026400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000efc8586dfeff274000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004ed27e2938856240e797b9e6804b30400000000000004440544b0169ff5f6b403a619191b47c6940000000000000000000000000000000000d55ee67faf109400000000000000040a5ed7224aa2a06407391e8d9eeb9ea3f0b9d937c951c2440efc8586d20221a40630bb72a02950240f040e072e7fff73fb9bd0b89245cf43f0000000000000000e6571ff28180953f0000000000000000000000000000004000000000000000000000000000000000000000000000000000000000000000400000000000000000000000000000000000000000000000000000000000000040efc8586dfeff27400000000000000000d903e8a222acfe3f74433774aedadb3f2212fd8bf0e10f40461ea300c989014079a0419bc2bdf13f0000000000000000e8d223a75e05983f33333333333301400000000000000000000000000000000000000000000002404992244992240140000000000000000000000000000000000000000000000240c7711cc7711c014000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a0ad7c6706cf23f0000000000000000885d7cfddeb3983f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000869df0d019f22740263d9c54cbdf1b40c20e5a5b793b1940be3e13babc890d400a0ad7c6706cf23f0000000000000000000000000000000033333333333301400000000000000040000000000000000000000000000002404992244992240140000000000000004000000000000000000000000000000240c7711cc7711c01400000000000000040efc8586dfeff27400000000000000000869df0d019f22740263d9c54cbdf1b40c20e5a5b793b1940be3e13babc890d4086a6bf8e8944f13f0000000000000000000000000000000033333333333301400000000000000040000000000000000000000000000002404992244992240140000000000000004000000000000000000000000000000240c7711cc7711c01400000000000000040efc8586dfeff274000000000000000003a14bd983a94f03f3cde97b40e05ef3f7cecc73d8986e83fc5ce43b3b941e93f1040001f97f0ea3f1040001f97f0ea3f010000000000000080a9f60ed823ef3f72be8c361a8633400000000000000000cbbe2b82ffbf6040cbbe2b82ffbf6040af269f0f3df03440f3ff477328192c4040dd742ddde13140e341cde75b6c624000000000000000000ee15ef90160e23f4554c5a73bb41a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000da1d03fac798e03f4554c5a73bb41a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003cde97b40e05ef3f4554c5a73bb41a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007b884368b3a2d03f4554c5a73bb41a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000d82e76f6b91c0d404554c5a73bb41a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000010000000000000084b9587d0ba5e23fd6da472df79b294000000000000000000000000000c042400000000000c04240ba217cfed4f9234027b507b51dd13140aa3820fe289133405c7d10a762414c40010000000000000032f8694a12e0eb3f1cf06ab1c54729400000000000000000000000000000000000000000000000001cd454bc9e702340c55355075a56264000000000000000000000000000000000000000000000000037f32eb53e51f43f4554c5a73bb41a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ca7966256809e03f4554c5a73bb41a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002c47739337a8583f4554c5a73bb41a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001040001f97f0ea3f4554c5a73bb41a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001c4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000fac9580f9d4f92408e30f09e40c1f33f0000000000001c4000000000008041407f62cc01d3643f4000000000000000000000000000000000b76e6a50a85e214000000000000014400000000000001440b1362f676295ff3f0000000000000000000000000000000000000000000000000000000000000000e7962193046af43f0000000000000000e941f4973e4b963f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e7962193046af43f0000000000000000e941f4973e4b963f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3fa015448433d8f63f0000000000000000e2b5ca8aa1cc933f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3fe7962193046af43f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3f8bc124ba9436f23f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008041400000000000000000520310307ed8ff3f520310307ed8ff3f520310307ed8ff3f520310307ed8ff3fcc9f73934a840140d39def888cf90040000000000000000079501c86ede8f73f82d7ebba79bf1a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008b84fce2d3a5f13f82d7ebba79bf1a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004b6bd0b23ce1ef3f82d7ebba79bf1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000520310307ed8ff3f82d7ebba79bf1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e914cb5f1714e13f82d7ebba79bf1a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009864a3e728e31d4082d7ebba79bf1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000085cda79fd176fc3f82d7ebba79bf1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e914cb5f1714014082d7ebba79bf1a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000005d9fb00f239e094082d7ebba79bf1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000fac8fd050750f73f58ef75aec1402d400000000000000000000000000000000000000000000000003333333333534140a0309d1aa38029405b93ee865d7731407f62cc01d3643f4000000000000000003b733f2b5208703f82d7ebba79bf1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000d39def888cf9004082d7ebba79bf1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001121925eb726c83ff8ddae769329f23f0000000000001c40056eddcd5355574000db0b1698195740000000000000000000000000000000001b99e7b08ae0f73f000000000000f03f000000000000f03ff0bb911f3548cb3f00000000000000000000000000000000813608da8a23eb3f2c09ec517fe1e73ff3f8a5fd6a0eeb3f000000000000000019348965014fa03f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000228e9c71d6ff43ffd7492393fedf13fd2e6cb6253a5ea3f00000000000000001a348965014fa03f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000078873944fbe7eb3f000000000000000019348965014fa03f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a2a1769a71000140937988e2feddfd3f78873944fbe7eb3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a2a1769a71000140937988e2feddfd3f774a82ac10e2ed3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000083dc7102d49ac83f6af2c3d9048ac83f6124d03ad1a2c73fa54f55f581c2c73f5131381860adca3f5131381860adca3f0000000000000000bf1ee9273079c23f05d50888a2121b4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000476f34f7f47eba3f05d50888a2121b400000000000000000983446eba8aa2a40983446eba8aa2a4000000000000000003621a7853eb1e83fb81e85c7cc4cf33f6d437bab64662a40010000000000000059c8293d6cffb73f05d50888a2121b400000000000000000983446eba8aa2a40983446eba8aa2a40000000000000000020a24ccb824de63fb81e85c7cc4cf33f6d437bab64662a400100000000000000b1d563bd2050c73f05d50888a2121b400000000000000000983446eba8aa2a40983446eba8aa2a400000000000000000047dc1c16447f63fb81e85c7cc4cf33f6d437bab64662a400100000000000000a6bc101840f4a93f05d50888a2121b400000000000000000983446eba8aa2a40983446eba8aa2a400000000000000000d9f6884755e5d73fb81e85c7cc4cf33f6d437bab64662a400000000000000000dbb809a8b507e73f05d50888a2121b4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000fdd2fae8d638c43f05d50888a2121b400000000000000000983446eba8aa2a40983446eba8aa2a4000000000000000008aee6bf2f2a9f33fb81e85c7cc4cf33f6d437bab64662a400100000000000000472666be7b0fc83f05d50888a2121b400000000000000000983446eba8aa2a40983446eba8aa2a4000000000000000000bebe722bd98f73fb81e85c7cc4cf33f6d437bab64662a40010000000000000092b2a51abdaed13f05d50888a2121b400000000000000000983446eba8aa2a40983446eba8aa2a40000000000000000048f02dda8db20140b81e85c7cc4cf33f6d437bab64662a400000000000000000cbdaa745cac2bf3f05d50888a2121b4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000388a4390b26a383f05d50888a2121b40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000005131381860adca3f05d50888a2121b40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000014400000000000000000000000000000000000000000000000000000000000001c400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002bfbae08feff2d40000000000000000000000000000000000000000000000000292b86ab03003c4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000da224431d7a73040c323b6d43d3b22400000000000003b4071f6ce68ab2a644048eab7f1525d6340000000000000000000000000000000001591862736d61140efc8586dfeff07407f703e75acaa0c40bbdcf58dabdee23f74e6f0dc79f02c403d122fe334332340b40f898f62621740a707ca64bc4f1040d7ef44db0852f53f00000000000000004ef1718641e6933f00000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000350d8ae601003340000000000000000023f34c58b0472140226e4e2503001840f2632159f9d2104088ed6bcd071210409f73a4b79fa1f43f0000000000000000f99c575e72f6943f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000226e4e250300284000000000000000000000000000000000000000000000000000000000000000000000000000000000ae4fe237c6fdf33f00000000000000004fa1e1a7f4c3963f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000caec9e1a151c37404e49d67536332f40d33955f4ad1a244097fa1a19e2302040ae4fe237c6fdf33f0000000000000000000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff07400000000000000000000000000000000000000000000000004644317903003f400000000000000000caec9e1a151c37404e49d67536332f40d33955f4ad1a244097fa1a19e23020400c8921d1181af23f0000000000000000000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff07400000000000000000000000000000000000000000000000004644317903003f4000000000000000003766f7f9ee51e33f5cf6b5ef2740e03f957799051bbde73f300afcb9de95e63f327fd80348d9e23f327fd80348d9e23f0000000000000000bdb1ab8bdb02dd3fa571ffb3a60b184000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000e1709d569a2dda3ffe04956d4b1d1f4000000000000000003d81b053acaa26403d81b053acaa26406b68e2a118ae0f4020375f3faddcf43f7b14aeffd6a3f23f2b9f48a42b5c2e4001000000000000008d466ceb93c5d73ffe04956d4b1d1f4000000000000000003d81b053acaa26403d81b053acaa26406b68e2a118ae0f40145bc149d6d7f23f7b14aeffd6a3f23f2b9f48a42b5c2e400100000000000000ffa2d1269050e33ffe04956d4b1d1f4000000000000000003d81b053acaa26403d81b053acaa26406b68e2a118ae0f402afab22dabd202407b14aeffd6a3f23f2b9f48a42b5c2e4001000000000000002457efb6b707c63ffe04956d4b1d1f4000000000000000003d81b053acaa26403d81b053acaa26406b68e2a118ae0f4072982a986530e43f7b14aeffd6a3f23f2b9f48a42b5c2e4001000000000000002eb6e5794370f13f2e0a4496d34528400000000000000000cd751a69a92a4340cd751a69a92a4340636f263326732b40f62d08b840c950402cf418e8840d31409a926067ff53484001000000000000007b33a0c4bdabe83ffe04956d4b1d1f4000000000000000003d81b053acaa26403d81b053acaa26406b68e2a118ae0f40af45cf29b56500407b14aeffd6a3f23f2b9f48a42b5c2e4001000000000000003584ada93304ed3ffe04956d4b1d1f4000000000000000003d81b053acaa26403d81b053acaa26406b68e2a118ae0f40d186c5cb3fad03407b14aeffd6a3f23f2b9f48a42b5c2e40010000000000000087b258de81b3f33ffe04956d4b1d1f4000000000000000003d81b053acaa26403d81b053acaa26406b68e2a118ae0f403a4aa8b1df830d407b14aeffd6a3f23f2b9f48a42b5c2e40000000000000000037775013cb70d63fa571ffb3a60b1840000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003153b7ea6a40513fa571ffb3a60b184000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000327fd80348d9e23fa571ffb3a60b184000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f83f000000000000f03f000000000000f03fa3b4b0cef64be53f0000000000000000000000000000000000000000000000000000000000000000d1e25f51e07aee3f0000000000000000960e132ceadc9d3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3f43e94aaa36c5ed3f0000000000000000b122b986a3269b3f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f00000000000000000000000000000000000000000000000000000000000000000000000000000000d1e25f51e07aee3f0000000000000000960e132ceadc9d3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3fd0e25f51e07aee3f00000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000000051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3f2d623580fd32ef3f00000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f0000000000000000ef02089168afe53fef02089168afe53f3b2ce7a5bfcde83f39f308ebf769ea3fef02089168afe53fef02089168afe53f0000000000000000352b60a70548e03fb72aec47487a1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000073eaca64cb08d83fb72aec47487a1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000046e42adf5cb5d53fb72aec47487a1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ef02089168afe53fb72aec47487a1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000b93d40385142c73fb72aec47487a1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002363811075a0440b72aec47487a1a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001cc09dd27f2be63fb72aec47487a1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000054b32363999aea3fb72aec47487a1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000c411cbbd5040fa3f2197111c199c3f40000000000000000000000000000000000000000000000000e7a8b5c441d6324052f2ab82c651314000000000000000000000000000000000000000000000000050113dcb4ad1d93fb72aec47487a1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f078447404d9533fb72aec47487a1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ef02089168afe53fb72aec47487a1a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f03f0000000000000840c2f5285c8fc2074000000000000000000000000000000000000000000000f83f000000000000f03f000000000000f03f0a4e1d3e7e32d33f00000000000000000000000000000000000000000000000000000000000000003172391095ffef3f00000000000000005645b52b26729c3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003172391095ffef3f00000000000000005645b52b26729c3f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000641025b7110493fb846be633e72463f05bc15a859ffef3f00000000000000005745b52b26729c3f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000641025b7110493fb846be633e72463f3172391095ffef3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000641025b7110493fb846be633e72463f5d0df087caffef3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000b66f59d86f32d33fb66f59d86f32d33fb66f59d86f32d33fb66f59d86f32d33f14000615c331d33f32d890aafc31d33f0000000000000000e6ca48e08fd3cc3f8570f173d8bb1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000055ba35d0d146c53f8570f173d8bb1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000043873040b537c33f8570f173d8bb1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000b76f59d86f32d33f8570f173d8bb1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a4fe33a01d97b43f8570f173d8bb1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000d07e2dec3904f23f8570f173d8bb1a400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000034542bb09828d13f8570f173d8bb1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a4fe33a01d97d43f8570f173d8bb1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f6fd4d70ace2de3f8570f173d8bb1a40000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001c38488f22dac63f8570f173d8bb1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000c9fbd689a190413f8570f173d8bb1a400000000000000000000000000000104000000000000010400000000000000000187aa09ec790673fd7a3701985cbf33fc2f5285c8fc20740000000000000000033d890aafc31d33f8570f173d8bb1a4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE account (
    tenant     INTEGER NOT NULL,
    person     INTEGER NOT NULL,
    login      TEXT NOT NULL CHECK (login <> ''), -- as inventory/account.h folds it
    secret     TEXT NOT NULL CHECK (secret <> ''), -- argon2id with its salt and costs, as web/secret.h has it
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, person),
    UNIQUE (tenant, login),
    FOREIGN KEY (tenant, person) REFERENCES person
) STRICT, WITHOUT ROWID;
INSERT INTO account VALUES(2,1,'志愿者1','$argon2id$v=19$m=65536,t=2,p=1$1',1793491200001);
INSERT INTO account VALUES(2,2,'志愿者2','$argon2id$v=19$m=65536,t=2,p=1$2',1793491200002);
INSERT INTO account VALUES(2,3,'志愿者3','$argon2id$v=19$m=65536,t=2,p=1$3',1793491200003);
INSERT INTO account VALUES(2,4,'志愿者4','$argon2id$v=19$m=65536,t=2,p=1$4',1793491200004);
INSERT INTO account VALUES(2,5,'志愿者5','$argon2id$v=19$m=65536,t=2,p=1$5',1793491200005);
INSERT INTO account VALUES(2,6,'志愿者6','$argon2id$v=19$m=65536,t=2,p=1$6',1793491200006);
INSERT INTO account VALUES(2,7,'志愿者7','$argon2id$v=19$m=65536,t=2,p=1$7',1793491200007);
INSERT INTO account VALUES(2,8,'志愿者8','$argon2id$v=19$m=65536,t=2,p=1$8',1793491200008);
INSERT INTO account VALUES(2,9,'志愿者9','$argon2id$v=19$m=65536,t=2,p=1$9',1793491200009);
INSERT INTO account VALUES(2,10,'志愿者10','$argon2id$v=19$m=65536,t=2,p=1$10',1793491200010);
INSERT INTO account VALUES(2,11,'志愿者11','$argon2id$v=19$m=65536,t=2,p=1$11',1793491200011);
INSERT INTO account VALUES(2,12,'志愿者12','$argon2id$v=19$m=65536,t=2,p=1$12',1793491200012);
CREATE TABLE visit (
    tenant   INTEGER NOT NULL,
    id       INTEGER NOT NULL CHECK (id > 0),
    person   INTEGER NOT NULL,
    token    BLOB NOT NULL CHECK (length(token) = 32), -- SHA-256 of what its cookie says
    device   TEXT NOT NULL DEFAULT '',                 -- "WeChat, Android"
    began_at INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL,
    ends_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, token),
    FOREIGN KEY (tenant, person) REFERENCES person
) STRICT, WITHOUT ROWID;
INSERT INTO visit VALUES(2,1,1,X'3030303030303030303030303030303030303030303030303030303030303031','WeChat, Android',1793491200000,1793491200001,1798675200000);
INSERT INTO visit VALUES(2,2,2,X'3030303030303030303030303030303030303030303030303030303030303032','WeChat, Android',1793491200000,1793491200002,1798675200000);
INSERT INTO visit VALUES(2,3,3,X'3030303030303030303030303030303030303030303030303030303030303033','WeChat, Android',1793491200000,1793491200003,1798675200000);
INSERT INTO visit VALUES(2,4,4,X'3030303030303030303030303030303030303030303030303030303030303034','WeChat, Android',1793491200000,1793491200004,1798675200000);
INSERT INTO visit VALUES(2,5,5,X'3030303030303030303030303030303030303030303030303030303030303035','WeChat, Android',1793491200000,1793491200005,1798675200000);
INSERT INTO visit VALUES(2,6,6,X'3030303030303030303030303030303030303030303030303030303030303036','WeChat, Android',1793491200000,1793491200006,1798675200000);
INSERT INTO visit VALUES(2,7,7,X'3030303030303030303030303030303030303030303030303030303030303037','WeChat, Android',1793491200000,1793491200007,1798675200000);
INSERT INTO visit VALUES(2,8,8,X'3030303030303030303030303030303030303030303030303030303030303038','WeChat, Android',1793491200000,1793491200008,1798675200000);
INSERT INTO visit VALUES(2,9,9,X'3030303030303030303030303030303030303030303030303030303030303039','WeChat, Android',1793491200000,1793491200009,1798675200000);
INSERT INTO visit VALUES(2,10,10,X'3030303030303030303030303030303030303030303030303030303030303130','WeChat, Android',1793491200000,1793491200010,1798675200000);
INSERT INTO visit VALUES(2,11,11,X'3030303030303030303030303030303030303030303030303030303030303131','WeChat, Android',1793491200000,1793491200011,1798675200000);
INSERT INTO visit VALUES(2,12,12,X'3030303030303030303030303030303030303030303030303030303030303132','WeChat, Android',1793491200000,1793491200012,1798675200000);
CREATE TABLE invite (
    tenant   INTEGER NOT NULL,
    id       INTEGER NOT NULL CHECK (id > 0),
    code     BLOB NOT NULL CHECK (length(code) = 32), -- SHA-256 of what was printed
    role     TEXT NOT NULL CHECK (role IN ('volunteer', 'secretary', 'office')),
    area     INTEGER NOT NULL REFERENCES area,
    name     TEXT NOT NULL DEFAULT '', -- whom it is meant for
    person   INTEGER,
    first    INTEGER NOT NULL DEFAULT 0 CHECK (first IN (0, 1)), -- only while there is no office account
    made_by  INTEGER,                  -- NULL: at the machine itself
    made_at  INTEGER NOT NULL,
    ends_at  INTEGER NOT NULL,         -- brought forward where it is taken back
    used_at  INTEGER,
    used_by  INTEGER,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, code),
    FOREIGN KEY (tenant, person) REFERENCES person,
    CHECK ((used_at IS NULL) = (used_by IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO invite VALUES(2,1,X'3030303030303030303030303030303030303030303030303030303030303031','volunteer',2,'志愿者 1',NULL,0,1,1793491200000,1794096000000,1793491200001,1);
INSERT INTO invite VALUES(2,2,X'3030303030303030303030303030303030303030303030303030303030303032','office',2,'',NULL,0,1,1793491200000,1794096000000,NULL,NULL);
INSERT INTO invite VALUES(2,3,X'3030303030303030303030303030303030303030303030303030303030303033','secretary',2,'志愿者 3',NULL,0,NULL,1793491200000,1794096000000,1793491200003,3);
INSERT INTO invite VALUES(2,4,X'3030303030303030303030303030303030303030303030303030303030303034','volunteer',2,'',4,0,1,1793491200000,1794096000000,NULL,NULL);
INSERT INTO invite VALUES(2,5,X'3030303030303030303030303030303030303030303030303030303030303035','office',2,'志愿者 5',NULL,0,1,1793491200000,1794096000000,1793491200005,5);
INSERT INTO invite VALUES(2,6,X'3030303030303030303030303030303030303030303030303030303030303036','secretary',2,'',NULL,0,NULL,1793491200000,1794096000000,NULL,NULL);
INSERT INTO invite VALUES(2,7,X'3030303030303030303030303030303030303030303030303030303030303037','volunteer',2,'志愿者 7',NULL,0,1,1793491200000,1794096000000,1793491200007,7);
INSERT INTO invite VALUES(2,8,X'3030303030303030303030303030303030303030303030303030303030303038','office',2,'',8,0,1,1793491200000,1794096000000,NULL,NULL);
INSERT INTO invite VALUES(2,9,X'3030303030303030303030303030303030303030303030303030303030303039','secretary',2,'志愿者 9',NULL,0,NULL,1793491200000,1794096000000,1793491200009,9);
INSERT INTO invite VALUES(2,10,X'3030303030303030303030303030303030303030303030303030303030303130','volunteer',2,'',NULL,0,1,1793491200000,1794096000000,NULL,NULL);
INSERT INTO invite VALUES(2,11,X'3030303030303030303030303030303030303030303030303030303030303131','office',2,'志愿者 11',NULL,0,1,1793491200000,1794096000000,1793491200011,11);
INSERT INTO invite VALUES(2,12,X'3030303030303030303030303030303030303030303030303030303030303132','secretary',2,'',12,0,NULL,1793491200000,1794096000000,NULL,NULL);
CREATE TABLE attempt (
    tenant   INTEGER NOT NULL,
    subject  BLOB NOT NULL CHECK (length(subject) = 32), -- SHA-256: people type secrets where names belong
    failures INTEGER NOT NULL CHECK (failures > 0),
    at       INTEGER NOT NULL, -- of the last
    PRIMARY KEY (tenant, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303031',1,1793491200001);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303032',2,1793491200002);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303033',3,1793491200003);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303034',4,1793491200004);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303035',5,1793491200005);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303036',6,1793491200006);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303037',7,1793491200007);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303038',8,1793491200008);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303039',9,1793491200009);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303130',10,1793491200010);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303131',11,1793491200011);
INSERT INTO attempt VALUES(2,X'3030303030303030303030303030303030303030303030303030303030303132',12,1793491200012);
CREATE TABLE audit_log (
    tenant INTEGER NOT NULL REFERENCES tenant,
    id     INTEGER NOT NULL CHECK (id > 0),
    at     INTEGER NOT NULL,
    person INTEGER,                  -- NULL: at the machine itself
    act    TEXT NOT NULL CHECK (act <> ''),
    area   INTEGER NOT NULL REFERENCES area,
    what   TEXT NOT NULL DEFAULT '', -- to which box, person, medicine
    detail TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
INSERT INTO audit_log VALUES(2,1,1793491200000,NULL,'import',2,'boxes boxes.csv','');
INSERT INTO audit_log VALUES(2,2,1793491200000,NULL,'box',2,'Old box','');
INSERT INTO audit_log VALUES(2,3,1793491200000,NULL,'box',2,'Lobby box','count-days=7');
INSERT INTO audit_log VALUES(2,4,1793491200000,NULL,'drug',2,'2000000000015 对乙酰氨基酚片','');
INSERT INTO audit_log VALUES(2,5,1793491200000,NULL,'drug',2,'2000000000022 布洛芬片','');
INSERT INTO audit_log VALUES(2,6,1793491200000,NULL,'drug',2,'2000000000039 布洛芬混悬液','');
INSERT INTO audit_log VALUES(2,7,1793491200000,NULL,'drug',2,'2000000000046 感冒灵颗粒','');
INSERT INTO audit_log VALUES(2,8,1793491200000,NULL,'drug',2,'2000000000053 板蓝根颗粒','');
INSERT INTO audit_log VALUES(2,9,1793491200000,NULL,'drug',2,'2000000000060 小儿氨酚黄那敏颗粒','');
INSERT INTO audit_log VALUES(2,10,1793491200000,NULL,'drug',2,'2000000000077 维C银翘片','');
INSERT INTO audit_log VALUES(2,11,1793491200000,NULL,'drug',2,'2000000000084 连花清瘟胶囊','');
INSERT INTO audit_log VALUES(2,12,1793491200000,NULL,'drug',2,'2000000000091 小柴胡颗粒','');
INSERT INTO audit_log VALUES(2,13,1793491200000,NULL,'drug',2,'2000000000107 盐酸氨溴索片','');
INSERT INTO audit_log VALUES(2,14,1793491200000,NULL,'drug',2,'2000000000114 柴胡口服液','');
INSERT INTO audit_log VALUES(2,15,1793491200000,NULL,'drug',2,'81234560000000000001 对乙酰氨基酚缓释片','units=18');
INSERT INTO audit_log VALUES(2,16,1793491200000,NULL,'drug',2,'Thermometer','type=supplies, form=device, unit=piece, day-units=1, pack-units=1, class=none, brand=Warm, maker=A & B, undated');
INSERT INTO audit_log VALUES(2,17,1793491200000,NULL,'drug',2,'阿司匹林泡腾片','');
INSERT INTO audit_log VALUES(2,18,1793491200000,NULL,'setting',3,'minimum 4','area=书院社区');
INSERT INTO audit_log VALUES(2,19,1793491200000,NULL,'setting',3,'intake.days-left 60','area=书院社区');
INSERT INTO audit_log VALUES(2,20,1793491200000,NULL,'setting',3,'fill 10','area=书院社区');
INSERT INTO audit_log VALUES(2,21,1793491200000,NULL,'setting',11,'minimum 4','area=槐荫社区');
INSERT INTO audit_log VALUES(2,22,1793491200000,NULL,'setting',11,'intake.days-left 60','area=槐荫社区');
INSERT INTO audit_log VALUES(2,23,1793491200000,NULL,'setting',11,'fill 10','area=槐荫社区');
INSERT INTO audit_log VALUES(2,24,1793491200000,NULL,'setting',15,'minimum 4','area=Riverside');
INSERT INTO audit_log VALUES(2,25,1793491200000,NULL,'setting',15,'intake.days-left 60','area=Riverside');
INSERT INTO audit_log VALUES(2,26,1793491200000,NULL,'setting',15,'fill 10','area=Riverside');
INSERT INTO audit_log VALUES(2,27,1793491200000,NULL,'setting',2,'shortage.window 14','');
INSERT INTO audit_log VALUES(2,28,1793491200000,NULL,'setting',2,'intake.lot-required yes','box=Gate box');
INSERT INTO audit_log VALUES(2,29,1793491200000,NULL,'setting',2,'minimum.fever 9','box=服务站药箱');
INSERT INTO audit_log VALUES(2,30,1793491200000,NULL,'setting',2,'label.host box.example','');
INSERT INTO audit_log VALUES(2,31,1795312800000,NULL,'recall',2,'布洛芬片','lot=A1, reason=notice 7 of the maker, batch A1');
INSERT INTO audit_log VALUES(2,32,1795312800000,NULL,'recall',2,'布洛芬片','lot=A2, reason=notice 7 of the maker, batch A2');
INSERT INTO audit_log VALUES(2,33,1795312800000,NULL,'recall',2,'布洛芬片','lot=A3, reason=notice 7 of the maker, batch A3');
INSERT INTO audit_log VALUES(2,34,1795312800000,NULL,'recall',2,'布洛芬片','lot=A4, reason=notice 7 of the maker, batch A4');
INSERT INTO audit_log VALUES(2,35,1795312800000,NULL,'recall',2,'布洛芬片','lot=A5, reason=notice 7 of the maker, batch A5');
INSERT INTO audit_log VALUES(2,36,1795312800000,NULL,'recall',2,'布洛芬片','lot=A6, reason=notice 7 of the maker, batch A6');
INSERT INTO audit_log VALUES(2,37,1795312800000,NULL,'recall',2,'布洛芬片','lot=A7, reason=notice 7 of the maker, batch A7');
INSERT INTO audit_log VALUES(2,38,1795312800000,NULL,'recall',2,'布洛芬片','lot=A8, reason=notice 7 of the maker, batch A8');
INSERT INTO audit_log VALUES(2,39,1795312800000,NULL,'recall',2,'布洛芬片','lot=A9, reason=notice 7 of the maker, batch A9');
INSERT INTO audit_log VALUES(2,40,1795312800000,NULL,'recall',2,'布洛芬片','lot=B3, reason=notice 7 of the maker, batch B3');
INSERT INTO audit_log VALUES(2,41,1795312800000,NULL,'recall',2,'布洛芬片','lot=L-2, reason=notice 7 of the maker, batch L-2');
INSERT INTO audit_log VALUES(2,42,1795312800000,NULL,'recall',2,'布洛芬混悬液','reason=all of it: the bottle breaks');
INSERT INTO audit_log VALUES(2,43,1795312800000,NULL,'recall_lift',2,'2','');
INSERT INTO audit_log VALUES(2,1001,1793491200001,1,'box',2,'志愿者 1','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1002,1793491200002,2,'sign_in',2,'志愿者 2','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1003,1793491200003,NULL,'box',2,'志愿者 3','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1004,1793491200004,4,'sign_in',2,'志愿者 4','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1005,1793491200005,5,'box',2,'志愿者 5','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1006,1793491200006,NULL,'sign_in',2,'志愿者 6','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1007,1793491200007,7,'box',2,'志愿者 7','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1008,1793491200008,8,'sign_in',2,'志愿者 8','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1009,1793491200009,NULL,'box',2,'志愿者 9','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1010,1793491200010,10,'sign_in',2,'志愿者 10','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1011,1793491200011,11,'box',2,'志愿者 11','{"name":"门厅"}');
INSERT INTO audit_log VALUES(2,1012,1793491200012,NULL,'sign_in',2,'志愿者 12','{"name":"门厅"}');
CREATE TABLE hook (
    tenant   INTEGER NOT NULL REFERENCES tenant,
    id       INTEGER NOT NULL CHECK (id > 0),
    area     INTEGER NOT NULL REFERENCES area, -- of the boxes that it is told of
    name     TEXT NOT NULL CHECK (name <> ''),
    format   TEXT NOT NULL CHECK (format IN ('json', 'wecom', 'dingtalk', 'feishu')),
    url      TEXT NOT NULL CHECK (url <> ''),
    key      TEXT NOT NULL DEFAULT '', -- that the robot wants messages signed with
    made_at  INTEGER NOT NULL,
    told_at  INTEGER,                  -- when it last took a message
    failure  TEXT NOT NULL DEFAULT '', -- why it took the last one not
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
INSERT INTO hook VALUES(2,1,2,'志愿者 1','wecom','https://robot.example/1','key',1793491200000,1793491200001,'');
INSERT INTO hook VALUES(2,2,2,'志愿者 2','dingtalk','https://robot.example/2','',1793491200000,1793491200002,'');
INSERT INTO hook VALUES(2,3,2,'志愿者 3','feishu','https://robot.example/3','key',1793491200000,NULL,'status 404');
INSERT INTO hook VALUES(2,4,2,'志愿者 4','json','https://robot.example/4','',1793491200000,1793491200004,'');
INSERT INTO hook VALUES(2,5,2,'志愿者 5','wecom','https://robot.example/5','key',1793491200000,1793491200005,'');
INSERT INTO hook VALUES(2,6,2,'志愿者 6','dingtalk','https://robot.example/6','',1793491200000,NULL,'status 404');
INSERT INTO hook VALUES(2,7,2,'志愿者 7','feishu','https://robot.example/7','key',1793491200000,1793491200007,'');
INSERT INTO hook VALUES(2,8,2,'志愿者 8','json','https://robot.example/8','',1793491200000,1793491200008,'');
INSERT INTO hook VALUES(2,9,2,'志愿者 9','wecom','https://robot.example/9','key',1793491200000,NULL,'status 404');
INSERT INTO hook VALUES(2,10,2,'志愿者 10','dingtalk','https://robot.example/10','',1793491200000,1793491200010,'');
INSERT INTO hook VALUES(2,11,2,'志愿者 11','feishu','https://robot.example/11','key',1793491200000,1793491200011,'');
INSERT INTO hook VALUES(2,12,2,'志愿者 12','json','https://robot.example/12','',1793491200000,NULL,'status 404');
CREATE TABLE hook_told (
    tenant INTEGER NOT NULL,
    hook   INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    type   INTEGER NOT NULL REFERENCES drug_type,
    age    INTEGER NOT NULL CHECK (age IN (0, 1, 2)),
    at     INTEGER NOT NULL,
    PRIMARY KEY (tenant, hook, box, type, age),
    FOREIGN KEY (tenant, hook) REFERENCES hook,
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO hook_told VALUES(2,1,2,2,1,1793491200001);
INSERT INTO hook_told VALUES(2,2,3,3,2,1793491200002);
INSERT INTO hook_told VALUES(2,3,4,4,0,1793491200003);
INSERT INTO hook_told VALUES(2,4,5,5,1,1793491200004);
INSERT INTO hook_told VALUES(2,5,6,6,2,1793491200005);
INSERT INTO hook_told VALUES(2,6,7,7,0,1793491200006);
INSERT INTO hook_told VALUES(2,7,8,8,1,1793491200007);
INSERT INTO hook_told VALUES(2,8,9,9,2,1793491200008);
INSERT INTO hook_told VALUES(2,9,10,10,0,1793491200009);
INSERT INTO hook_told VALUES(2,10,1,1,1,1793491200010);
INSERT INTO hook_told VALUES(2,11,2,2,2,1793491200011);
INSERT INTO hook_told VALUES(2,12,3,3,0,1793491200012);
CREATE TABLE walk (
    tenant  INTEGER NOT NULL REFERENCES tenant,
    id      INTEGER NOT NULL CHECK (id > 0),
    carrier TEXT NOT NULL DEFAULT '',  -- who goes, as somebody called them; '': not said
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
INSERT INTO walk VALUES(2,1,'志愿者 1',1793491200001);
INSERT INTO walk VALUES(2,2,'志愿者 2',1793491200002);
INSERT INTO walk VALUES(2,3,'',1793491200003);
INSERT INTO walk VALUES(2,4,'志愿者 4',1793491200004);
INSERT INTO walk VALUES(2,5,'志愿者 5',1793491200005);
INSERT INTO walk VALUES(2,6,'',1793491200006);
INSERT INTO walk VALUES(2,7,'志愿者 7',1793491200007);
INSERT INTO walk VALUES(2,8,'志愿者 8',1793491200008);
INSERT INTO walk VALUES(2,9,'',1793491200009);
INSERT INTO walk VALUES(2,10,'志愿者 10',1793491200010);
INSERT INTO walk VALUES(2,11,'志愿者 11',1793491200011);
INSERT INTO walk VALUES(2,12,'',1793491200012);
CREATE TABLE shelf (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    holds  BLOB NOT NULL,
    PRIMARY KEY (tenant, box)
) STRICT;
INSERT INTO shelf VALUES(2,6,X'1521404605070632343033313159470536063234303331317548053606323430333131');
INSERT INTO shelf VALUES(2,7,X'010669470556020014055a4c053000180b4d460528063235303130311c0b4a47050a06e4b880e689b9');
INSERT INTO shelf VALUES(2,10,X'0700');
INSERT INTO shelf VALUES(2,1,X'020c5e4b05740206323530363232032e5a4c0518034231325a4c0530034231355a4c0530034231385a4c0530034232315a4c05300242365a4c0530024239');
INSERT INTO shelf VALUES(2,11,X'50010660424c0b0400');
INSERT INTO shelf VALUES(2,2,X'14055a4c053000180b4d460528063235303130311c0b4a47050a06e4b880e689b9');
INSERT INTO shelf VALUES(2,3,X'14055a4c053000180b4d460528063235303130311c0b4a47050a06e4b880e689b9');
INSERT INTO shelf VALUES(2,4,X'14055a4c053000180b4d460528063235303130311c0b4a47050a06e4b880e689b9');
INSERT INTO shelf VALUES(2,5,X'14055a4c053000180b4d460528063235303130311c0b4a47050a06e4b880e689b9');
INSERT INTO shelf VALUES(2,8,X'14055a4c053000180b4d460528063235303130311c0b4a47050a06e4b880e689b9');
INSERT INTO shelf VALUES(2,9,X'14055a4c053000180b4d460528063235303130311c0b4a47050a06e4b880e689b9');
CREATE TABLE counted_line (
    tenant INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    at     INTEGER NOT NULL,        -- no two counts of a box are of one moment
    drug   INTEGER NOT NULL,
    expiry INTEGER NOT NULL,
    lot    TEXT NOT NULL,
    seq    INTEGER NOT NULL,        -- the last movement booked before the count
    rest   INTEGER NOT NULL CHECK (rest IN (0, 1)),  -- 1: and what no line spoke of was not there
    holds  INTEGER NOT NULL CHECK (holds IN (0, 1)), uid BLOB CHECK (length(uid) = 16), -- 0: taken back
    PRIMARY KEY (tenant, box, at, drug, expiry, lot),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO counted_line VALUES(2,7,1795312800000,1,0,' ',118,0,1,X'0193a5b0013770008000000000000000');
INSERT INTO counted_line VALUES(2,11,1795312800000,0,0,' ',119,0,1,X'0193a5b0013870008000000000000000');
INSERT INTO counted_line VALUES(2,11,1795312800000,80,0,' ',119,0,1,X'0193a5b0013870008000000000000000');
INSERT INTO counted_line VALUES(2,11,1795312800001,0,0,' ',120,0,1,X'0193a5b0013970008000000000000000');
INSERT INTO counted_line VALUES(2,11,1795312800001,80,0,' ',120,0,1,X'0193a5b0013970008000000000000000');
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
CREATE INDEX movement_pack ON movement (tenant, pack, seq) WHERE pack IS NOT NULL;
CREATE INDEX setting_key ON setting (key);
CREATE INDEX transfer_open ON transfer (tenant, state) WHERE state IN ('proposed', 'accepted', 'carried');
CREATE INDEX movement_transfer ON movement (tenant, transfer) WHERE transfer IS NOT NULL;
CREATE INDEX visit_person ON visit (tenant, person);
CREATE INDEX attempt_at ON attempt (tenant, at);
CREATE TRIGGER audit_log_stays BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_log_remains BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE INDEX transfer_walk ON transfer (tenant, walk) WHERE walk IS NOT NULL;
CREATE UNIQUE INDEX counted_line_uid ON counted_line (tenant, uid, drug, expiry, lot)
    WHERE uid IS NOT NULL;
COMMIT;
