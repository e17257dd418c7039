-- What medbox 0.1.0 kept, version 9 of its tables (dump.sh).
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
INSERT INTO tenant VALUES(2,121,X'bdfb91915094a924fffea38aecb66b6e76b98ac1f87bcc39a8230841357e7b34');
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
INSERT INTO box VALUES(2,3,'K96QSZF',7,'3号楼药箱','','',NULL,NULL,0,280,40,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,4,'1ZMY7EE',9,'4号楼药箱','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,5,'D7X1Q8Y',10,'5号楼药箱','','0712-2345675',NULL,NULL,20,150,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,6,'VK9HC93',8,'服务站药箱','前台','0712-2345676',30920000,113920000,200,2100,180,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,7,'00D2EQK',13,'东门药箱','','',NULL,NULL,50,500,50,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,8,'MGSTJBS',14,'西门药箱','','',NULL,NULL,50,600,60,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,9,'MNXVSWR',11,'物业药箱','物业办公室','0712-2345679',NULL,NULL,80,900,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,10,'1RK5TPE',16,'Gate box','left of the gate','',NULL,NULL,33,333,33,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,11,'CFTGG61',16,'Lobby box','','',NULL,NULL,1,1,1,7,1795312800000,1793491200000,'active');
INSERT INTO box VALUES(2,12,'1AB852C',17,'Old box','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'retired');
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
INSERT INTO setting VALUES(2,0,'household.salt','974e5f10045966b6666c00d0439e519e9b916403a52670eaccc6bb3a482894ed');
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
INSERT INTO label_print VALUES(2,1,1,'1B9T',1793491200000,NULL,'the first ones',replace('1号楼药箱\n书院社区 第一网格\n1号楼 大厅左侧\nHQQ-SBDE\nSealed OTC, 60+ days left\n\n☎ 0712-2345671\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,2,2,'20QJ',1793491200000,NULL,'the first ones',replace('2号楼药箱\n书院社区 第一网格\n2号楼 门口, "东"侧\nN0Z-MMZX\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,3,3,'18GX',1793491200000,NULL,'the first ones',replace('3号楼药箱\n书院社区 第一网格\n3号楼\nK96-QSZF\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,4,6,'AR02',1793491200000,NULL,'the first ones',replace('服务站药箱\n书院社区 第二网格\n前台\nVK9-HC93\nSealed OTC, 60+ days left\n\n☎ 0712-2345676\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,5,4,'H70E',1793491200000,NULL,'the first ones',replace('4号楼药箱\n书院社区 第二网格\n4号楼\n1ZM-Y7EE\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,6,5,'943R',1793491200000,NULL,'the first ones',replace('5号楼药箱\n书院社区 第二网格\n5号楼\nD7X-1Q8Y\nSealed OTC, 60+ days left\n\n☎ 0712-2345675\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,7,9,'4TNB',1793491200000,NULL,'the first ones',replace('物业药箱\n槐荫社区\n物业办公室\nMNX-VSWR\nSealed OTC, 60+ days left\n\n☎ 0712-2345679\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,8,7,'64RN',1793491200000,NULL,'the first ones',replace('东门药箱\n槐荫社区 第一网格\n1号楼\n00D-2EQK\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,9,8,'THWF',1793491200000,NULL,'the first ones',replace('西门药箱\n槐荫社区 第一网格\n2号楼\nMGS-TJBS\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,10,10,'X6TS',1793491200000,NULL,'the first ones',replace('Gate box\nRiverside Grid 1\nleft of the gate\n1RK-5TPE\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,11,11,'B7M0',1793491200000,NULL,'the first ones',replace('Lobby box\nRiverside Grid 1\n\nCFT-GG61\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
INSERT INTO label_print VALUES(2,12,10,'8VKW',1793491200000,NULL,'torn',replace('Gate box\nRiverside Grid 1\nleft of the gate\n1RK-5TPE\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)),'L7160','pdf');
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
INSERT INTO movement VALUES(2,3,X'0193a5b0000370008000000000000000',1793528100000,1793528100000,2,6,21,20864,'240311',9,NULL,NULL,X'0c91750cbd116fb727e6e9bfdecc59093f6d57ec7369c9fbfd764629d20fc2c9',NULL,NULL,'',X'2ce3cf6d1228e3b90325e2942301687df35ca0361834455bc6f7b13526e8b466');
INSERT INTO movement VALUES(2,4,X'0193a5b0000570008000000000000000',1793583000000,1793583000000,1,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'12df4b1f09fcb0c3662bdd7a882b86de236d1dec261a65e60f5a32a440d6880e');
INSERT INTO movement VALUES(2,5,X'0193a5b0000670008000000000000000',1793583000000,1793577600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'26f69a6b8fd2ba3ec1dc3381657020b42916b1a291f7dcc216328bba63ad5367');
INSERT INTO movement VALUES(2,6,X'0193a5b0000770008000000000000000',1793614500000,1793614500000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'7e30f8cc116af7a18e801aa71e6729147e9ee540a52594d30dc8950e707c74ff');
INSERT INTO movement VALUES(2,7,X'0193a5b0000970008000000000000000',1793669400000,1793669400000,1,1,3,21274,'B3',48,NULL,NULL,NULL,NULL,NULL,'',X'7ab8e8f4c18e688abfa9d1df1db9d1bfcded8d6ec55faff3e4d178ed530413f9');
INSERT INTO movement VALUES(2,8,X'0193a5b0001070008000000000000000',1793669400000,1793664000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0160d618588731c594569eb0dbd05d4fb4c9626afa8b8d8a4adf3d8e19af47c8');
INSERT INTO movement VALUES(2,9,X'0193a5b0001370008000000000000000',1793755800000,1793755800000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'015bdb28a98eaf2cf0da8a2af3efcb839975378a1651d825c0f91bff6c1828d2');
INSERT INTO movement VALUES(2,10,X'0193a5b0001470008000000000000000',1793755800000,1793750400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a31a4ecf09144f70c990912dcad65f7498057cc09a523029e144179acca6f6ce');
INSERT INTO movement VALUES(2,11,X'0193a5b0001570008000000000000000',1793787300000,1793787300000,2,1,3,21274,'B3',8,NULL,NULL,X'88d5be39d290289e72f90ce6e28aec93579cee22f81905d632271dec478bab3b',NULL,NULL,'',X'18aaff121299c97080f6f28211dc1beb80208fd7679500ffe04490c5fc33cb03');
INSERT INTO movement VALUES(2,12,X'0193a5b0001770008000000000000000',1793842200000,1793842200000,1,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'0a4181db83fbaf789fde8261a19c5af8b4cb5b68790d910e245aa70966f2cabd');
INSERT INTO movement VALUES(2,13,X'0193a5b0001870008000000000000000',1793842200000,1793836800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'b4aeefd79a42c59373763440668fc0e8af76785e7fa8e06a40fcfa18d0339c80');
INSERT INTO movement VALUES(2,14,X'0193a5b0001970008000000000000000',1793873700000,1793873700000,2,6,21,20864,'240311',9,NULL,NULL,X'3a05f0102396aa3c408289de97dcf76c6073e579390d84d73c15d58f9767fd0e',NULL,NULL,'',X'5145ddfccb417aac8dff9d9423d88260425d45169dad6d0a9bde55d73d937f46');
INSERT INTO movement VALUES(2,15,X'0193a5b0002170008000000000000000',1793928600000,1793928600000,1,1,3,21274,'B6',48,NULL,NULL,NULL,NULL,NULL,'',X'ed6ddc9549559d839b77db8bf49b216d86079ac8e74a694e3e9fdfedaf37c5fb');
INSERT INTO movement VALUES(2,16,X'0193a5b0002270008000000000000000',1793928600000,1793923200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0c61002f916b599e615952941952e45af18514e6b4265f78aca8281da5b46a55');
INSERT INTO movement VALUES(2,17,X'0193a5b0002370008000000000000000',1793960100000,1793960100000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'b9b4de3fd2f146a0d66a0aa802042ec62d7237cb069a14fd4767b2fdacda3b90');
INSERT INTO movement VALUES(2,18,X'0193a5b0002570008000000000000000',1794015000000,1794015000000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'fe9c99fde2e362719ccf89e6c6c8bce5f43dc009dad908d19d5dbace2ecefd3c');
INSERT INTO movement VALUES(2,19,X'0193a5b0002670008000000000000000',1794015000000,1794009600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0c7b5bc3690f5278c22f8c3bba89265c4c4b032a84eb9790b3e1f8560af91bee');
INSERT INTO movement VALUES(2,20,X'0193a5b0002970008000000000000000',1794101400000,1794101400000,1,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'0e267964a83ab68ed0cb6c89b3f3d71b8b611d6cdeb38e4d51af0977fe2bdf59');
INSERT INTO movement VALUES(2,21,X'0193a5b0003070008000000000000000',1794101400000,1794096000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'5ae86936c79fbc7ff31985ff03117f20b68132e0194129bd5186827f0ba0c16f');
INSERT INTO movement VALUES(2,22,X'0193a5b0003170008000000000000000',1794132900000,1794132900000,2,1,3,21274,'B3',8,NULL,NULL,X'e3098dfffc620a61e6f17a385c91698b5a31e849e30b75032dbf6f547afc4395',NULL,NULL,'',X'9a2357c41a75271394ceef54786b58e2d8b13fcbe7f8719590fdc6aed229d597');
INSERT INTO movement VALUES(2,23,X'0193a5b0003370008000000000000000',1794187800000,1794187800000,1,1,3,21274,'B9',48,NULL,NULL,NULL,NULL,NULL,'',X'bf4ef1b1fcd929cfcc35357957a011d552e00c14c3cbe0188eeee5cacfed8f7a');
INSERT INTO movement VALUES(2,24,X'0193a5b0003470008000000000000000',1794187800000,1794182400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a1f8635dd9c278e19dfcfc07c414ac56b77631a07e4157f66aa2c302670af358');
INSERT INTO movement VALUES(2,25,X'0193a5b0003570008000000000000000',1794219300000,1794219300000,2,6,21,20864,'240311',9,NULL,NULL,X'5194993147386aef18ce562c04e2c27fad7c609caf418f210e2b12182874b79e',NULL,NULL,'',X'10e5404f537108b7e898a64b8aff36b26841296e678ad59c180d5a4c2ab73ff4');
INSERT INTO movement VALUES(2,26,X'0193a5b0003770008000000000000000',1794274200000,1794274200000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'1074c27434f4d008d4f13632beab4a54a09cf30e9abe7a0f4edf851e0261b243');
INSERT INTO movement VALUES(2,27,X'0193a5b0003870008000000000000000',1794274200000,1794268800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'ae543f3759151f8e2f3fd7c2b823afce0b8d26234907a273282132fec2dd6161');
INSERT INTO movement VALUES(2,28,X'0193a5b0003970008000000000000000',1794305700000,1794305700000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'7301d3a4c288b299a04b56e88239da73bb4e544fd046e3e7332c0abdddee6275');
INSERT INTO movement VALUES(2,29,X'0193a5b0004170008000000000000000',1794360600000,1794360600000,1,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'0a988a716564a1332a1a905ca27d387feb3a00bbc2b277219e774a38a68d0d95');
INSERT INTO movement VALUES(2,30,X'0193a5b0004270008000000000000000',1794360600000,1794355200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'ae0d2b8c2e0d93fbaf3084a80c1c9a8ca4330020f61f08f1e91f85df8dcdaf25');
INSERT INTO movement VALUES(2,31,X'0193a5b0004570008000000000000000',1794447000000,1794447000000,1,1,3,21274,'B12',48,NULL,NULL,NULL,NULL,NULL,'',X'2cc53d763dcdcea2ab147e88df236bd1dfa7ca04791d79a0a568aa13b7f97a16');
INSERT INTO movement VALUES(2,32,X'0193a5b0004670008000000000000000',1794447000000,1794441600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'b5b5bfe5949e79d6a1ccf669abf6929853dc59e26d7e6d66e4f08df653460830');
INSERT INTO movement VALUES(2,33,X'0193a5b0004770008000000000000000',1794478500000,1794478500000,2,1,3,21274,'B12',8,NULL,NULL,X'74d4c9d43570e262276762cdd7674275787dd3785a74cbc8acc8c47030a3918e',NULL,NULL,'',X'7272e6a9525b7558b5cbb66030487511d2708a10ca226d08ca9c8e7746bd9e21');
INSERT INTO movement VALUES(2,34,X'0193a5b0004970008000000000000000',1794533400000,1794533400000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'73a7f34c4a9c15966eba95fdf49a2686dce512e2fe602e9660a6ba5e417a8788');
INSERT INTO movement VALUES(2,35,X'0193a5b0005070008000000000000000',1794533400000,1794528000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'c27ab3cb86dd4c8e0c1b50f31ff26b922f9dd8fcfb7f49ad4b3fa4fc43831df8');
INSERT INTO movement VALUES(2,36,X'0193a5b0005170008000000000000000',1794564900000,1794564900000,2,6,21,20864,'240311',9,NULL,NULL,X'315f764da9fc81c5445eebc8ad3a58051eb967c036fb6732549ae120e7ada880',NULL,NULL,'',X'9029d5c15b4faa879c7d0d3d618a6d5bc95425457fdc6b4ac0fdfbe93ef1b512');
INSERT INTO movement VALUES(2,37,X'0193a5b0005370008000000000000000',1794619800000,1794619800000,1,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'153b2ea0c9aa6a930311e1c4ed692ac07c232f9ce1b4dd4c7d8b2d3885b11c07');
INSERT INTO movement VALUES(2,38,X'0193a5b0005470008000000000000000',1794619800000,1794614400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'bbed2a2b80271fbac53431763effcf4dc0b5ecbb97f800e643e6d3074016892b');
INSERT INTO movement VALUES(2,39,X'0193a5b0005570008000000000000000',1794651300000,1794651300000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'f1907769ed447800ff76dccd65e5bececb02166616e3a50fdc851f6effababeb');
INSERT INTO movement VALUES(2,40,X'0193a5b0005770008000000000000000',1794706200000,1794706200000,1,1,3,21274,'B15',48,NULL,NULL,NULL,NULL,NULL,'',X'2677bf9ccf9e64b237a9a66f0acb47cb0a82ff759f877d630214b65135e9c6c5');
INSERT INTO movement VALUES(2,41,X'0193a5b0005870008000000000000000',1794706200000,1794700800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'3e79122ff42c44f2e1537dcd230b578194aed528f5a9f383a86b3709180d678f');
INSERT INTO movement VALUES(2,42,X'0193a5b0006170008000000000000000',1794792600000,1794792600000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'8174ebed673f19194513a9b83eaa35cfed097f1adba0bd50a0de759d164174cb');
INSERT INTO movement VALUES(2,43,X'0193a5b0006270008000000000000000',1794792600000,1794787200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'5af053e7e7fd053f55647270179048e43fa921aabc29c25fca79a10b2debe2dd');
INSERT INTO movement VALUES(2,44,X'0193a5b0006370008000000000000000',1794824100000,1794824100000,2,1,3,21274,'B12',8,NULL,NULL,X'd0b72c9d32f6369718b162c09514d70cf3e8ff202f7e185f5e1cd360d21c23d8',NULL,NULL,'',X'a064e218425e7a86db20cc0dcada30313b2d04d98e3bb896650bce04bffebf18');
INSERT INTO movement VALUES(2,45,X'0193a5b0006570008000000000000000',1794879000000,1794879000000,1,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'd615150abcca2c3a7e9911e00e34e3dd89a805b2f742309fe05a09dcfedb14aa');
INSERT INTO movement VALUES(2,46,X'0193a5b0006670008000000000000000',1794879000000,1794873600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a40e633f053f4d2a6f3c5bb100220d377c74924c98a5788412efa600f4bfa958');
INSERT INTO movement VALUES(2,47,X'0193a5b0006770008000000000000000',1794910500000,1794910500000,2,6,21,20864,'240311',9,NULL,NULL,X'cf9ebe136f3a3830124a2a1ebf424b322a83b528b9698b4d66b6fda532decefa',NULL,NULL,'',X'426155750eea6c2328b7fcc6804464671e7cf04fd3a06052cd98bbc24a3cda51');
INSERT INTO movement VALUES(2,48,X'0193a5b0006970008000000000000000',1794965400000,1794965400000,1,1,3,21274,'B18',48,NULL,NULL,NULL,NULL,NULL,'',X'f913c19519ca8a25ec43f7c699d9d2006d85d1655f9ff0887b1dc2c3d1a39300');
INSERT INTO movement VALUES(2,49,X'0193a5b0007070008000000000000000',1794965400000,1794960000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'c1d1b777283a06d29b7c702c72e18b531f70c0ee3c2681fbc03fc5eddf72a287');
INSERT INTO movement VALUES(2,50,X'0193a5b0007170008000000000000000',1794996900000,1794996900000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'81f2d093e10719d09ef0cd514f2984e12f89e6103fa8b7b78469afeeb93ff506');
INSERT INTO movement VALUES(2,51,X'0193a5b0007370008000000000000000',1795051800000,1795051800000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'f59aaebbf10a71eda12ef58d2266ee6395b569a6cff6c3a2df232035f8237fe5');
INSERT INTO movement VALUES(2,52,X'0193a5b0007470008000000000000000',1795051800000,1795046400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'd7fcb2824c18757666f2ceb979e733060e992d43a5725cb54bd126468b09d995');
INSERT INTO movement VALUES(2,53,X'0193a5b0007770008000000000000000',1795138200000,1795138200000,1,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'df8436c324097d2a2acd646384522c08496395ddd6565259d4944d0dab254e49');
INSERT INTO movement VALUES(2,54,X'0193a5b0007870008000000000000000',1795138200000,1795132800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'bb066271807b66a6e2229735163ee6c49d69b96d6f56afc28ff8665d5265675c');
INSERT INTO movement VALUES(2,55,X'0193a5b0007970008000000000000000',1795169700000,1795169700000,2,1,3,21274,'B12',8,NULL,NULL,X'88d9601534bfe27a43883289cad7b0ab147e81954e5c46975876b29a6d33fd14',NULL,NULL,'',X'e8b2e11faa6e159b39e714429c3c61bde31944b046c1d96d43af844082a7f745');
INSERT INTO movement VALUES(2,56,X'0193a5b0008170008000000000000000',1795224600000,1795224600000,1,1,3,21274,'B21',48,NULL,NULL,NULL,NULL,NULL,'',X'354578207d535444bebdbb6faaffc20134815dc9203dcb8adc99791e3106b913');
INSERT INTO movement VALUES(2,57,X'0193a5b0008270008000000000000000',1795224600000,1795219200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'3d3ea605fd8cfb2c3bd540cb9737f363a094d24532c60532c195d98290f9d94a');
INSERT INTO movement VALUES(2,58,X'0193a5b0008370008000000000000000',1795256100000,1795256100000,2,6,21,20864,'240311',9,NULL,NULL,X'3d7fd05d87dc834c6a35d57c4f8c550e7e6326e4a66d393a722b5fd9ce5f74bf',NULL,NULL,'',X'32e5702776730d435c4e389835de2296d50a9980dc8e39255bf81360e5027a87');
INSERT INTO movement VALUES(2,59,X'0193a5b0008570008000000000000000',1795256100000,1795256100000,2,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'',X'af37af6bd4eaf4a9ec0e3fbdd67477c643142a92957e37580181538805c970e3');
INSERT INTO movement VALUES(2,60,X'0193a5b000857e86818385807bf7adf8',1795256100000,1795256100000,2,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'',X'7b06433ff80e48280bf5ad38fcb217d442616bc4224162c6e7fe11506693e669');
INSERT INTO movement VALUES(2,61,X'0193a5b0008579c8994f542f4e814be8',1795256100000,1795256100000,2,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'',X'780d3d85a2482c2a20a41382b0233044fc3936332c40f39b45657c3a6caad384');
INSERT INTO movement VALUES(2,62,X'0193a5b000857f91aaf0a01b23a08c42',1795256100000,1795256100000,2,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'',X'cd9c8e7c9c9f034514c434830061fc0f0530a66f75a6e1a328e7bc5f46e80443');
INSERT INTO movement VALUES(2,63,X'0193a5b00085781caed16a1f7f1a094e',1795256100000,1795256100000,2,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'',X'b98bed4a63b80fef32524bd981902ed712f41572de0d356f85ded08b76de675b');
INSERT INTO movement VALUES(2,64,X'0193a5b00085777a829b992171bf66ac',1795256100000,1795256100000,2,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'',X'6ad1417833e98ad2e4e21bfeefd0a2f3f91701667a281a1063bfdf19c618a57f');
INSERT INTO movement VALUES(2,65,X'0193a5b000857f6993b36c42c92dae7f',1795256100000,1795256100000,2,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'',X'3d1441894921440eb17aa4983a795b54bda05ab9ccc5deeae19bd769e93f3f0d');
INSERT INTO movement VALUES(2,66,X'0193a5b0008670008000000000000000',1795256100000,1795256100000,1,11,80,2932896,'',3,NULL,NULL,NULL,NULL,NULL,'',X'7e21ccb136afa5738ffe3695a1bd24dde5500a2e172b5e5de85d3a6ee6ff8f39');
INSERT INTO movement VALUES(2,67,X'0193a5b0008770008000000000000000',1795258800000,1795258800000,1,2,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'11081a34328767bb6be4c88c453229a8fcfbdc2a29c39d95e3b719b2fc603706');
INSERT INTO movement VALUES(2,68,X'0193a5b0008870008000000000000000',1795258800000,1795258800000,1,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'34d43c9be22d59659c8a7d7f34eaf8507da982d98eeffc4759ca3de177b6fac7');
INSERT INTO movement VALUES(2,69,X'0193a5b0008970008000000000000000',1795262400000,1795262400000,2,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'f4eb55131ac3b5b22e82e14040087894947ce723d167f68aa816d2a0be4222b2');
INSERT INTO movement VALUES(2,70,X'0193a5b0009070008000000000000000',1795266000000,1795266000000,1,2,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'275e00dd55a087803b69d2ff99a8e4e5cb4ad1ecc9fd3b0fd8d3c1d70d516e43');
INSERT INTO movement VALUES(2,71,X'0193a5b0009170008000000000000000',1795266000000,1795266000000,1,2,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'0c76382231e37e2fa2aad8f7839f6381b2ad9a74e03ec5c84907b94fc3539569');
INSERT INTO movement VALUES(2,72,X'0193a5b0009270008000000000000000',1795258800000,1795258800000,1,3,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'8c472c0f164533f7cb8043fe8a5e4abf45d40479223e8961f400b518cfd999a5');
INSERT INTO movement VALUES(2,73,X'0193a5b0009370008000000000000000',1795258800000,1795258800000,1,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'f29dd3dc13357560dc36783fef995731abe9d41c4f58e8fa3c493732a4240b74');
INSERT INTO movement VALUES(2,74,X'0193a5b0009470008000000000000000',1795262400000,1795262400000,2,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'1ee8c9caa646dcee856b48b7a1dbd70e9629512079228aaa9520e444634d1916');
INSERT INTO movement VALUES(2,75,X'0193a5b0009570008000000000000000',1795266000000,1795266000000,1,3,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'fc4d6c2b4214dd0b859937ed2fb9b7af50aa3ad6fc3a459cfffed76de49a1ef9');
INSERT INTO movement VALUES(2,76,X'0193a5b0009670008000000000000000',1795266000000,1795266000000,1,3,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'8363eceb347bd4befd59e0f4f0c5bb792482dcb9ec600820ca1abb2888f61e85');
INSERT INTO movement VALUES(2,77,X'0193a5b0009770008000000000000000',1795258800000,1795258800000,1,4,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'5ebc47ef8dab17429a0cee0540715de9dabfe829f160cc69bdc0b168cd56f64b');
INSERT INTO movement VALUES(2,78,X'0193a5b0009870008000000000000000',1795258800000,1795258800000,1,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a3cc078cb1321a4de8b34c21061f15e2fbc579c0df9ee26e15326ed3141bd96e');
INSERT INTO movement VALUES(2,79,X'0193a5b0009970008000000000000000',1795262400000,1795262400000,2,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'04af09b31a315da5ff471a3b9c7081445b59a2050aa4841d556a2cf82981e7d2');
INSERT INTO movement VALUES(2,80,X'0193a5b0010070008000000000000000',1795266000000,1795266000000,1,4,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'd054b7b0a57c2837eb403c5c75cfe17f8f57aa44e1fe91e78208a8cd1c17081e');
INSERT INTO movement VALUES(2,81,X'0193a5b0010170008000000000000000',1795266000000,1795266000000,1,4,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'9892df1b5286dcd77036fa58adc2563d21ad4143ad686f3fcdcdce624928d488');
INSERT INTO movement VALUES(2,82,X'0193a5b0010270008000000000000000',1795258800000,1795258800000,1,5,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'1c7d12dd3e93a4aa8413955c92836aa68fdb6add3200802ac49f67d8d6c773ee');
INSERT INTO movement VALUES(2,83,X'0193a5b0010370008000000000000000',1795258800000,1795258800000,1,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'15a6c7a6a5408d7ae6de21ca710200a262b55e18a3c88353176909c6f59e64cb');
INSERT INTO movement VALUES(2,84,X'0193a5b0010470008000000000000000',1795262400000,1795262400000,2,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'd79cfa360092dbb816966b5c935acf80910742389e888ab4c8958a3194ae964b');
INSERT INTO movement VALUES(2,85,X'0193a5b0010570008000000000000000',1795266000000,1795266000000,1,5,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'bb48a7b7848e9e4619b7f3f7c8321ff6019444f9b90ef879407e78b0628d5f2b');
INSERT INTO movement VALUES(2,86,X'0193a5b0010670008000000000000000',1795266000000,1795266000000,1,5,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'adf65d708c8c85ea38a2ec92044d580b6e284a3696336d68b520c7591a842b9c');
INSERT INTO movement VALUES(2,87,X'0193a5b0010770008000000000000000',1795258800000,1795258800000,1,7,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'7aeb3fc722f7838c6b6bfe90b93d19a52963a8b5ef974844ace03e655cdc475c');
INSERT INTO movement VALUES(2,88,X'0193a5b0010870008000000000000000',1795258800000,1795258800000,1,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'718881f97b376ed8ccbe3566e149ee81ad78aeb7efbd7a9175f8b8cc92549071');
INSERT INTO movement VALUES(2,89,X'0193a5b0010970008000000000000000',1795262400000,1795262400000,2,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'3926c97cf7699a8a2b8871217dce1304b88b64cd2ad4073e4f019d6576ad06fa');
INSERT INTO movement VALUES(2,90,X'0193a5b0011070008000000000000000',1795266000000,1795266000000,1,7,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'83510ba46a04de60f57f6f6fafe103528c261702b962d01e1a6efea8202516e5');
INSERT INTO movement VALUES(2,91,X'0193a5b0011170008000000000000000',1795266000000,1795266000000,1,7,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'1a7d9a3b3dbe7f3798a87bd22a8e6e86f81486420632e9649c21a3cf2bb9316a');
INSERT INTO movement VALUES(2,92,X'0193a5b0011270008000000000000000',1795258800000,1795258800000,1,8,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'3cbcbc6ee4d0ac6b7ef0516cf1c50a44afb32a4540d151396240f32aa6223bb1');
INSERT INTO movement VALUES(2,93,X'0193a5b0011370008000000000000000',1795258800000,1795258800000,1,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'53c49ef2c59ea7680c9358c65c90a87b530588dd34d2fd675163a77f82e6e3ee');
INSERT INTO movement VALUES(2,94,X'0193a5b0011470008000000000000000',1795262400000,1795262400000,2,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'5f8e9a184560e93314ccbf2bcaad459ad521cd05290298cc5f7351a796776b84');
INSERT INTO movement VALUES(2,95,X'0193a5b0011570008000000000000000',1795266000000,1795266000000,1,8,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'ab1f700f5d721183dd2e04be281022cbfef41bd37502b20c284bb339c8cc9a4a');
INSERT INTO movement VALUES(2,96,X'0193a5b0011670008000000000000000',1795266000000,1795266000000,1,8,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'bc03657d37f615705602d73145d7675d78f9e3ea8eb93d857b70fbf7ae53b0f6');
INSERT INTO movement VALUES(2,97,X'0193a5b0011770008000000000000000',1795258800000,1795258800000,1,9,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'a8ec8f8f5c2d0512def6ae5ab8c89715bcad807cfded3540fb9ee76e08a3a6d0');
INSERT INTO movement VALUES(2,98,X'0193a5b0011870008000000000000000',1795258800000,1795258800000,1,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'e4adf3d7e1ec88fc759fa9ac7c98f26daa9774c5596e9d54c648ee5b0028ebc6');
INSERT INTO movement VALUES(2,99,X'0193a5b0011970008000000000000000',1795262400000,1795262400000,2,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'911ec658045d2b03e10a60185286d2978cae439c1d80f7be1428d468326f99d8');
INSERT INTO movement VALUES(2,100,X'0193a5b0012070008000000000000000',1795266000000,1795266000000,1,9,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'37b2680f8e88b8bbd6e1eee10629ddaac951dbcd3ceb441fcb330ae5596d55f5');
INSERT INTO movement VALUES(2,101,X'0193a5b0012170008000000000000000',1795266000000,1795266000000,1,9,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'01c99815ff456a74f57de59ee88d407c2fb225506107cfd360692bc8dac36c8a');
INSERT INTO movement VALUES(2,102,X'01a1fe313480717eb593235f946f3d8b',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'9fbcf347e2729949c1b0591d11de13338da96b070525dfd97e0b5ab3efb05ce9');
INSERT INTO movement VALUES(2,103,X'01a1fe3134807be38de3ebfc0b417d74',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'b72850e87a328a3e342f06eeb8b5f62153704fa9e339d209e9ab9dc44c3e6b76');
INSERT INTO movement VALUES(2,104,X'01a1fe31348074e69019e5c986d5bced',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000003',NULL,NULL,NULL,'',X'0491827842ad1402e8a2916e68c76ca451e631adfcdb9cef1359e197aaa71aca');
INSERT INTO movement VALUES(2,105,X'01a1fe3134807f5b929fe467ea83bc99',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000004',NULL,NULL,NULL,'',X'3caf24002e47afbdb5f6c382963f0a34659d14b81ea052d2b4c0498a5e16e8a0');
INSERT INTO movement VALUES(2,106,X'01a1fe313480773facdfb69f0c71efb4',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000005',NULL,NULL,NULL,'',X'9fc68a63ac89f46260699ab7b433177903830ea50c042ae6a49de7454efb6372');
INSERT INTO movement VALUES(2,107,X'01a1fe313480710090a0eeeeaf9c19c1',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000006',NULL,NULL,NULL,'',X'0f19e1aabffbe866cf57565618dd78680bea235f5c5a84dc01726aa081435a42');
INSERT INTO movement VALUES(2,108,X'01a1fe313480770781972a30e1094c30',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000007',NULL,NULL,NULL,'',X'd8306de93588f10c9afeae0a14b6d2dfaa2ec4918a92056a0451173b370ea620');
INSERT INTO movement VALUES(2,109,X'01a1fe313480778c839a056e2acfe6bd',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000008',NULL,NULL,NULL,'',X'd775777d7c5ab852d8172c618b65b21705c1aee1e3562ff8d3ca3cfc0dd66c04');
INSERT INTO movement VALUES(2,110,X'01a1fe31348072c8bab7241f832b833a',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000009',NULL,NULL,NULL,'',X'3f84cb977dd9757403eab5fb34fa9ec46ee8ec5d0a9c2aaafe79809443dd51ab');
INSERT INTO movement VALUES(2,111,X'01a1fe3134807cf5aaae5df44980d8c6',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000010',NULL,NULL,NULL,'',X'8b8139678e15e564dbaeb7e8593a7c2af93218a6efde886f2affd47a6544c877');
INSERT INTO movement VALUES(2,112,X'01a1fe3134807133917e99f0f263cdf9',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000011',NULL,NULL,NULL,'',X'c8001d4bc7f0769bd35ee51311d6badbc959884198975491be02a1da82eb2bc5');
INSERT INTO movement VALUES(2,113,X'01a1fe3134807e46b23b0f18ed5391d2',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000012',NULL,NULL,NULL,'',X'5160afbba12aeff952f478b7ee20f06ec05210f26da7b55ede5d4e3bfdfbdc0b');
INSERT INTO movement VALUES(2,114,X'01a1fe31348078b1a4acf80441c5f93e',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'c0e577dd8e40de46552106bede7b5195662af2012e74295730269e1067322fdf');
INSERT INTO movement VALUES(2,115,X'01a1fe3134807ba6bcaeca073a9e6994',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'7dab27dfd8d9d7993367fc91b2b8cf453484e0ed7ff01dfee1250e09d0b4332c');
INSERT INTO movement VALUES(2,116,X'0193a5b0013470008000000000000000',1795312800000,1795312800000,9,6,21,20864,'240311',27,1,NULL,NULL,NULL,NULL,'the wrong box',X'581f80299d7640e254a333e931cd89f92838465445f55cb2cc88d2f180d38e81');
INSERT INTO movement VALUES(2,117,X'0193a5b0013570008000000000000000',1795312800000,1795312800000,8,6,21,20864,'240311',9,3,NULL,NULL,NULL,NULL,'',X'3f49fddd5154dd113824ae5986e9f2caeacf138d516bf69f32dc3b1226d98737');
INSERT INTO movement VALUES(2,118,X'0193a5b0013670008000000000000000',1795312800000,1795312800000,7,6,21,20864,'240311',2,NULL,NULL,NULL,NULL,NULL,'受潮',X'55e70ea59171564bc6440e001eb65854692a15f68fa021ca6113c7ce52c7ae9d');
INSERT INTO movement VALUES(2,119,X'0193a5b0013770008000000000000000',1795312800000,1795312800000,6,7,1,20969,'',57,NULL,NULL,NULL,NULL,NULL,'',X'5ac8b88db046ffee8558c096018f252eef617489fb7d1d262a6b56fc02e3985e');
INSERT INTO movement VALUES(2,120,X'0193a5b0013870008000000000000000',1795312800000,1795312800000,5,11,80,2932896,'',1,NULL,NULL,NULL,NULL,NULL,'',X'930cc63138a6d177a100dd3a34bd56c52aaa02d31abdc49817b6765612ee8678');
INSERT INTO movement VALUES(2,121,X'01a20621ad0072ef804bd6069ddb0c1a',1795399200000,1795399200000,7,1,3,21274,'B3',32,NULL,NULL,NULL,NULL,NULL,'recalled',X'bdfb91915094a924fffea38aecb66b6e76b98ac1f87bcc39a8230841357e7b34');
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
INSERT INTO outlook VALUES(2,20779,120,121,X'5cdada878e0ef07888e317fcccef88ea8339c967fe91d805177ae64bc52886f5',X'0200626d0c0000001e0000000100000003000000060000002b51000016510000510ee250cb4d1e40ab024343904b1740cf3f8599f7e14b40d465816f82f61240bd7db4a315e21a40de2e6708b1f616401f854e6369f91640c936cbe36abb1a4098ca532714bd1a403e94069f6d502040c4ba388367172a40dbbe702aba0c1440a8cc0471820e16400da1a7090d871a405ca15d7abc9cee3fc43fff09611cee3ffc533f2007e4f53f102d8c9eea1dec3fcb7786e069daee3fd705368d296cee3f35ccdb2e561aee3f2c8fe724935b3740bdaf766daeac44401d2490916670e03fe7a8b5c441d63340000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f00000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000014400000000000001440000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000244000000000008026400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000efc8586dfeff274000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004ed27e2938856240e797b9e6804b30400000000000004440544b0169ff5f6b403a619191b47c6940000000000000000000000000000000000d55ee67faf109400000000000000040a5ed7224aa2a06407391e8d9eeb9ea3f0b9d937c951c2440efc8586d20221a40630bb72a02950240f040e072e7fff73fb9bd0b89245cf43f0000000000000000e6571ff28180953f0000000000000000000000000000004000000000000000000000000000000000000000000000000000000000000000400000000000000000000000000000000000000000000000000000000000000040efc8586dfeff27400000000000000000d903e8a222acfe3f74433774aedadb3f2212fd8bf0e10f40461ea300c989014079a0419bc2bdf13f0000000000000000e8d223a75e05983f33333333333301400000000000000000000000000000000000000000000002404992244992240140000000000000000000000000000000000000000000000240c7711cc7711c014000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a0ad7c6706cf23f0000000000000000885d7cfddeb3983f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000869df0d019f22740263d9c54cbdf1b40c20e5a5b793b1940be3e13babc890d400a0ad7c6706cf23f0000000000000000000000000000000033333333333301400000000000000040000000000000000000000000000002404992244992240140000000000000004000000000000000000000000000000240c7711cc7711c01400000000000000040efc8586dfeff27400000000000000000869df0d019f22740263d9c54cbdf1b40c20e5a5b793b1940be3e13babc890d4086a6bf8e8944f13f0000000000000000000000000000000033333333333301400000000000000040000000000000000000000000000002404992244992240140000000000000004000000000000000000000000000000240c7711cc7711c01400000000000000040efc8586dfeff27400000000000000000cbbe2b82ffbf6040af269f0f3df03440f3ff477328192c4040dd742ddde13140e341cde75b6c624000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000c04240ba217cfed4f9234027b507b51dd13140aa3820fe289133405c7d10a762414c4000000000000000000100000000000000001cd454bc9e702340c55355075a56264000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001c4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000fac9580f9d4f92408e30f09e40c1f33f0000000000001c4000000000008041407f62cc01d3643f4000000000000000000000000000000000b76e6a50a85e214000000000000014400000000000001440b1362f676295ff3f0000000000000000000000000000000000000000000000000000000000000000e7962193046af43f0000000000000000e941f4973e4b963f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e7962193046af43f0000000000000000e941f4973e4b963f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3fa015448433d8f63f0000000000000000e2b5ca8aa1cc933f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3fe7962193046af43f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3f8bc124ba9436f23f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003333333333534140a0309d1aa38029405b93ee865d7731407f62cc01d3643f4000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001121925eb726c83ff8ddae769329f23f0000000000001c40056eddcd5355574000db0b1698195740000000000000000000000000000000001b99e7b08ae0f73f000000000000f03f000000000000f03ff0bb911f3548cb3f00000000000000000000000000000000813608da8a23eb3f2c09ec517fe1e73ff3f8a5fd6a0eeb3f000000000000000019348965014fa03f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000228e9c71d6ff43ffd7492393fedf13fd2e6cb6253a5ea3f00000000000000001a348965014fa03f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000078873944fbe7eb3f000000000000000019348965014fa03f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a2a1769a71000140937988e2feddfd3f78873944fbe7eb3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a2a1769a71000140937988e2feddfd3f774a82ac10e2ed3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000983446eba8aa2a4000000000000000003621a7853eb1e83fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a40000000000000000020a24ccb824de63fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a400000000000000000047dc1c16447f63fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a400000000000000000d9f6884755e5d73fb81e85c7cc4cf33f6d437bab64662a4000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000983446eba8aa2a4000000000000000008aee6bf2f2a9f33fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a4000000000000000000bebe722bd98f73fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a40000000000000000048f02dda8db20140b81e85c7cc4cf33f6d437bab64662a4000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000014400000000000000000000000000000000000000000000000000000000000001c400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002bfbae08feff2d40000000000000000000000000000000000000000000000000292b86ab03003c4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000da224431d7a73040c323b6d43d3b22400000000000003b4071f6ce68ab2a644048eab7f1525d6340000000000000000000000000000000001591862736d61140efc8586dfeff07407f703e75acaa0c40bbdcf58dabdee23f74e6f0dc79f02c403d122fe334332340b40f898f62621740a707ca64bc4f1040d7ef44db0852f53f00000000000000004ef1718641e6933f00000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000350d8ae601003340000000000000000023f34c58b0472140226e4e2503001840f2632159f9d2104088ed6bcd071210409f73a4b79fa1f43f0000000000000000f99c575e72f6943f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000226e4e250300284000000000000000000000000000000000000000000000000000000000000000000000000000000000ae4fe237c6fdf33f00000000000000004fa1e1a7f4c3963f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000caec9e1a151c37404e49d67536332f40d33955f4ad1a244097fa1a19e2302040ae4fe237c6fdf33f0000000000000000000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff07400000000000000000000000000000000000000000000000004644317903003f400000000000000000caec9e1a151c37404e49d67536332f40d33955f4ad1a244097fa1a19e23020400c8921d1181af23f0000000000000000000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff07400000000000000000000000000000000000000000000000004644317903003f400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003d81b053acaa26406b68e2a118ae0f4020375f3faddcf43f7b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f40145bc149d6d7f23f7b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f402afab22dabd202407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f4072982a986530e43f7b14aeffd6a3f23f2b9f48a42b5c2e40000000000000000001cd751a69a92a4340636f263326732b40f62d08b840c950402cf418e8840d31409a926067ff5348400000000000000000013d81b053acaa26406b68e2a118ae0f40af45cf29b56500407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f40d186c5cb3fad03407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f403a4aa8b1df830d407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f83f000000000000f03f000000000000f03fa3b4b0cef64be53f0000000000000000000000000000000000000000000000000000000000000000d1e25f51e07aee3f0000000000000000960e132ceadc9d3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3f43e94aaa36c5ed3f0000000000000000b122b986a3269b3f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f00000000000000000000000000000000000000000000000000000000000000000000000000000000d1e25f51e07aee3f0000000000000000960e132ceadc9d3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3fd0e25f51e07aee3f00000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000000051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3f2d623580fd32ef3f00000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e7a8b5c441d6324052f2ab82c65131400000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f03f0000000000000840c2f5285c8fc2074000000000000000000000000000000000000000000000f83f000000000000f03f000000000000f03f0a4e1d3e7e32d33f00000000000000000000000000000000000000000000000000000000000000003172391095ffef3f00000000000000005645b52b26729c3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003172391095ffef3f00000000000000005645b52b26729c3f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000641025b7110493fb846be633e72463f05bc15a859ffef3f00000000000000005745b52b26729c3f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000641025b7110493fb846be633e72463f3172391095ffef3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000641025b7110493fb846be633e72463f5d0df087caffef3f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000010400000000000000000187aa09ec790673fd7a3701985cbf33fc2f5285c8fc20740000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
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
    holds  INTEGER NOT NULL CHECK (holds IN (0, 1)), -- 0: taken back
    PRIMARY KEY (tenant, box, at, drug, expiry, lot),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO counted_line VALUES(2,7,1795312800000,1,0,' ',118,0,1);
INSERT INTO counted_line VALUES(2,11,1795312800000,0,0,' ',119,0,1);
INSERT INTO counted_line VALUES(2,11,1795312800000,80,0,' ',119,0,1);
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
COMMIT;
