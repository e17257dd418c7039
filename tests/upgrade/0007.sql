-- What medbox 0.1.0 kept, version 7 of its tables (dump.sh).
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
INSERT INTO tenant VALUES(2,121,X'6f3bca6407a215f3d82cb1ecf646beb6c531f4f7a02e4fc313bb82659a953a32');
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
INSERT INTO box VALUES(2,3,'ZTSBTPY',7,'3号楼药箱','','',NULL,NULL,0,280,40,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,4,'H1NCBQ4',9,'4号楼药箱','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,5,'JSM6020',10,'5号楼药箱','','0712-2345675',NULL,NULL,20,150,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,6,'4EGMKMF',8,'服务站药箱','前台','0712-2345676',30920000,113920000,200,2100,180,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,7,'B356X5S',13,'东门药箱','','',NULL,NULL,50,500,50,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,8,'PCYPEXA',14,'西门药箱','','',NULL,NULL,50,600,60,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,9,'JQ0CAR5',11,'物业药箱','物业办公室','0712-2345679',NULL,NULL,80,900,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,10,'2S2GVVZ',16,'Gate box','left of the gate','',NULL,NULL,33,333,33,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,11,'NR8Q0D5',16,'Lobby box','','',NULL,NULL,1,1,1,7,1795312800000,1793491200000,'active');
INSERT INTO box VALUES(2,12,'FJ5CPJE',17,'Old box','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'retired');
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
INSERT INTO setting VALUES(2,0,'household.salt','dbeed1ed2ab509c78eb59dbbff53f28605c25a633de27fd32234be79a8ea9ccc');
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
    reason TEXT NOT NULL DEFAULT '', said TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO label_print VALUES(2,1,1,'KFE2',1793491200000,NULL,'the first ones',replace('1号楼药箱\n书院社区 第一网格\n1号楼 大厅左侧\nHQQ-SBDE\nSealed OTC, 60+ days left\n\n☎ 0712-2345671\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,2,2,'RNSN',1793491200000,NULL,'the first ones',replace('2号楼药箱\n书院社区 第一网格\n2号楼 门口, "东"侧\nN0Z-MMZX\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,3,3,'DB6M',1793491200000,NULL,'the first ones',replace('3号楼药箱\n书院社区 第一网格\n3号楼\nZTS-BTPY\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,4,6,'BM24',1793491200000,NULL,'the first ones',replace('服务站药箱\n书院社区 第二网格\n前台\n4EG-MKMF\nSealed OTC, 60+ days left\n\n☎ 0712-2345676\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,5,4,'4MJ0',1793491200000,NULL,'the first ones',replace('4号楼药箱\n书院社区 第二网格\n4号楼\nH1N-CBQ4\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,6,5,'5J00',1793491200000,NULL,'the first ones',replace('5号楼药箱\n书院社区 第二网格\n5号楼\nJSM-6020\nSealed OTC, 60+ days left\n\n☎ 0712-2345675\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,7,9,'QFS4',1793491200000,NULL,'the first ones',replace('物业药箱\n槐荫社区\n物业办公室\nJQ0-CAR5\nSealed OTC, 60+ days left\n\n☎ 0712-2345679\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,8,7,'QKKB',1793491200000,NULL,'the first ones',replace('东门药箱\n槐荫社区 第一网格\n1号楼\nB35-6X5S\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,9,8,'AJEP',1793491200000,NULL,'the first ones',replace('西门药箱\n槐荫社区 第一网格\n2号楼\nPCY-PEXA\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,10,10,'XQ99',1793491200000,NULL,'the first ones',replace('Gate box\nRiverside Grid 1\nleft of the gate\n2S2-GVVZ\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,11,11,'F6W7',1793491200000,NULL,'the first ones',replace('Lobby box\nRiverside Grid 1\n\nNR8-Q0D5\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
INSERT INTO label_print VALUES(2,12,10,'J4F2',1793491200000,NULL,'torn',replace('Gate box\nRiverside Grid 1\nleft of the gate\n2S2-GVVZ\nSealed OTC, 60+ days left\n\n\nbox.example','\n',char(10)));
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
INSERT INTO movement VALUES(2,3,X'0193a5b0000370008000000000000000',1793528100000,1793528100000,2,6,21,20864,'240311',9,NULL,NULL,X'e6555789709cb9bba60764715783bf49e6542bd71f0fa343e432eaf2e989ea04',NULL,NULL,'',X'5026894fef1dfc9a423c1ece750b5d332591d35b3cf745fee9134027c0630444');
INSERT INTO movement VALUES(2,4,X'0193a5b0000570008000000000000000',1793583000000,1793583000000,1,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'755c94f973079474efda217996af4df04affb0ad1ec6d073a684f90da436f9db');
INSERT INTO movement VALUES(2,5,X'0193a5b0000670008000000000000000',1793583000000,1793577600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'd4f438ac2cbe0f61791b710cd0388c07537cb8022bd63fe06c2b648890e6128f');
INSERT INTO movement VALUES(2,6,X'0193a5b0000770008000000000000000',1793614500000,1793614500000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'ff82fb85474cece9dad2788408e3c3796e648aa69fdca5b91ce9e693623e66d4');
INSERT INTO movement VALUES(2,7,X'0193a5b0000970008000000000000000',1793669400000,1793669400000,1,1,3,21274,'B3',48,NULL,NULL,NULL,NULL,NULL,'',X'6b6c43ab5e05cc496cf9f2625842bed388b4d9f34fd2b2898aae02ba56d7ddaa');
INSERT INTO movement VALUES(2,8,X'0193a5b0001070008000000000000000',1793669400000,1793664000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'f50e44a1f9699fdcebe994369990f4f8ce792f60f79c9a17c7b170f4c8e36795');
INSERT INTO movement VALUES(2,9,X'0193a5b0001370008000000000000000',1793755800000,1793755800000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'9b92f93236c1c8790d7c000e2e0c44a4aca329644f7ca769a30bcf1842e71c0d');
INSERT INTO movement VALUES(2,10,X'0193a5b0001470008000000000000000',1793755800000,1793750400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0c129d53d3dc98f83c7c7cdb783f60656892a83ef13b00e694035ee7ef4e6dd5');
INSERT INTO movement VALUES(2,11,X'0193a5b0001570008000000000000000',1793787300000,1793787300000,2,1,3,21274,'B3',8,NULL,NULL,X'0a88ca97535b5ac915d2c4f65a8d4845c4d684ef7d93dffbfd8e082ba3811e05',NULL,NULL,'',X'53820d15054d55ba6ceb62bf522bfb3d7faefd7da13c521f671433808371f38b');
INSERT INTO movement VALUES(2,12,X'0193a5b0001770008000000000000000',1793842200000,1793842200000,1,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'487205ee5b1d3167ef31e5f49d3b1fe9fe03bfaf617b974a1dbdbb34b5bd444b');
INSERT INTO movement VALUES(2,13,X'0193a5b0001870008000000000000000',1793842200000,1793836800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'fd438ece16e6c884f98c59ec16dc629715d5fb7cca3ae0215399d608806ca4cf');
INSERT INTO movement VALUES(2,14,X'0193a5b0001970008000000000000000',1793873700000,1793873700000,2,6,21,20864,'240311',9,NULL,NULL,X'f950bff41713063b3b06f77fdb04b5911fb9c93ea249a87259d26644222f5d64',NULL,NULL,'',X'82e6e7eca8761fc792e42da50f2f078149cf23101380ff09cdea701fe3f95b58');
INSERT INTO movement VALUES(2,15,X'0193a5b0002170008000000000000000',1793928600000,1793928600000,1,1,3,21274,'B6',48,NULL,NULL,NULL,NULL,NULL,'',X'a635d501e681b36355534989aa70c1bae32a5dfc66edbac854847f01b478a814');
INSERT INTO movement VALUES(2,16,X'0193a5b0002270008000000000000000',1793928600000,1793923200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'9c41aca666b0c2c00369c6001b675a1d89b594bd9de25e2e4381a6c6d796575a');
INSERT INTO movement VALUES(2,17,X'0193a5b0002370008000000000000000',1793960100000,1793960100000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'f1bf6e84ef8b7447b527f86520e24f532ac197cebdf1e06b5178ab021f71a54e');
INSERT INTO movement VALUES(2,18,X'0193a5b0002570008000000000000000',1794015000000,1794015000000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'3b8ba1efa5c5fa7eaa85b5b50da3bbbcefc9d39355499d6996634d1e1ac8f1bf');
INSERT INTO movement VALUES(2,19,X'0193a5b0002670008000000000000000',1794015000000,1794009600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a8c14cee6b123fb52078719d1b318d2706c57aa1ff04f7cacb2c88f273da9265');
INSERT INTO movement VALUES(2,20,X'0193a5b0002970008000000000000000',1794101400000,1794101400000,1,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'c198b1108506d0d29eacced23368db5783e9381d4673e20f0f18ce118860c7cc');
INSERT INTO movement VALUES(2,21,X'0193a5b0003070008000000000000000',1794101400000,1794096000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'f2812c13669e2c15758f457ca7f61acbee2d4054ec37aa53a8a9d3f47406a3a2');
INSERT INTO movement VALUES(2,22,X'0193a5b0003170008000000000000000',1794132900000,1794132900000,2,1,3,21274,'B3',8,NULL,NULL,X'442fd1332f2f7f74eaf83f98ae6cca7c31b9f71424934fe22440c9b5d98f6e5f',NULL,NULL,'',X'693dde6b3e5ed9ae7ee018118ba67d9c5a7aa5f42d9663dcdc389107353b4c82');
INSERT INTO movement VALUES(2,23,X'0193a5b0003370008000000000000000',1794187800000,1794187800000,1,1,3,21274,'B9',48,NULL,NULL,NULL,NULL,NULL,'',X'86ea4d5b660c847db3be8d0c00de1b4174e665199c11f319e7237d926f5bbfaa');
INSERT INTO movement VALUES(2,24,X'0193a5b0003470008000000000000000',1794187800000,1794182400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'2d1c16c954b49c45c1c2fc42c4ddeb84e288dcb6af6da4bd7d8c8847bffddec1');
INSERT INTO movement VALUES(2,25,X'0193a5b0003570008000000000000000',1794219300000,1794219300000,2,6,21,20864,'240311',9,NULL,NULL,X'b3609567df772e9f7e985f64006dd8c7a75858e0b9ae9ef3f8fdc7eb50197a06',NULL,NULL,'',X'686d4e87a9083c42d76faccc05af173387e6eafdf4361f685cc4783de02fffe2');
INSERT INTO movement VALUES(2,26,X'0193a5b0003770008000000000000000',1794274200000,1794274200000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'110989e0bcf085c882f65b42dcdeaa7d6a08c4987413b2b64f3f85e22729e5c4');
INSERT INTO movement VALUES(2,27,X'0193a5b0003870008000000000000000',1794274200000,1794268800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'cd32a46b19fbe5174c42e276e98fccadb7e7abffe03433b33214d969bdde4375');
INSERT INTO movement VALUES(2,28,X'0193a5b0003970008000000000000000',1794305700000,1794305700000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'2c079792c8796948ea2ff686b6292973e71e3e458ed84e27c6e8a632a9011134');
INSERT INTO movement VALUES(2,29,X'0193a5b0004170008000000000000000',1794360600000,1794360600000,1,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'e4fa93bedabcf4c982a6a50ea261d67d7308c071ca9b9e287bebd7e0cc01f005');
INSERT INTO movement VALUES(2,30,X'0193a5b0004270008000000000000000',1794360600000,1794355200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'd127d1677af22ca044e0a1d67bf09b67d8beaee9e5956c51e01fe3f8cd6c31b9');
INSERT INTO movement VALUES(2,31,X'0193a5b0004570008000000000000000',1794447000000,1794447000000,1,1,3,21274,'B12',48,NULL,NULL,NULL,NULL,NULL,'',X'91ac0144f10c27cd56be1324a8e13fd36e2e2c07f6123dd814736dc3d6bc312b');
INSERT INTO movement VALUES(2,32,X'0193a5b0004670008000000000000000',1794447000000,1794441600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'd05b4dcc40276555b560d594d687d0f33c3dd1de4fb0e7f4794d00bf161d344d');
INSERT INTO movement VALUES(2,33,X'0193a5b0004770008000000000000000',1794478500000,1794478500000,2,1,3,21274,'B12',8,NULL,NULL,X'4894334dcb36ac1f73ac5437e1470f726b4868308c95886e89c3a74241e22a6e',NULL,NULL,'',X'7f0e972360700b88842258752006be50784bc1025d3cb506eb6cc77bc717cf6f');
INSERT INTO movement VALUES(2,34,X'0193a5b0004970008000000000000000',1794533400000,1794533400000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'285f61be9ae340bb7d9541686d133416a6c598df1be534282ffaba97f2573f16');
INSERT INTO movement VALUES(2,35,X'0193a5b0005070008000000000000000',1794533400000,1794528000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'969c78a065428d7a9a2e8a3219a9a204a25ce8fd4ea3d2ea3fde1a68528bd8ef');
INSERT INTO movement VALUES(2,36,X'0193a5b0005170008000000000000000',1794564900000,1794564900000,2,6,21,20864,'240311',9,NULL,NULL,X'98582a85cc80c13b0c58df018a8d90f91dc49787965a880f2296b626b1428835',NULL,NULL,'',X'38eda9d8da8bcc147a81d58ab8531b6560ad78fb92b835d1cf8f171c5453bf43');
INSERT INTO movement VALUES(2,37,X'0193a5b0005370008000000000000000',1794619800000,1794619800000,1,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'863d791ce934678e65f2a8e1e22469674d432489a78187339c7ecc3c063c2b94');
INSERT INTO movement VALUES(2,38,X'0193a5b0005470008000000000000000',1794619800000,1794614400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'e2095bc427f38a4ee3dffd96f38ce25fd24a6ed7e54b1da0b6df50042df0e131');
INSERT INTO movement VALUES(2,39,X'0193a5b0005570008000000000000000',1794651300000,1794651300000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'5d51ed0bf5430faecb6e44db432e53f6fd3ba5b4770e0aa02203322940757c30');
INSERT INTO movement VALUES(2,40,X'0193a5b0005770008000000000000000',1794706200000,1794706200000,1,1,3,21274,'B15',48,NULL,NULL,NULL,NULL,NULL,'',X'e72005bfc88b67394b98803c20ac52ed10ad8a4f12191b751651b939f6a0baae');
INSERT INTO movement VALUES(2,41,X'0193a5b0005870008000000000000000',1794706200000,1794700800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'cd182bfc593f03784f66dc37e1f267aa23c571f75bd78ad4cbbbb5f067b189c8');
INSERT INTO movement VALUES(2,42,X'0193a5b0006170008000000000000000',1794792600000,1794792600000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'6c9f1eed7fec77aa0d8ea9a93d44c1c520c78b91ff1cdebdda63ab3888b800de');
INSERT INTO movement VALUES(2,43,X'0193a5b0006270008000000000000000',1794792600000,1794787200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'099b67e48911c35983132a385f1318b450933ea91dd0342c97d8f926b9044520');
INSERT INTO movement VALUES(2,44,X'0193a5b0006370008000000000000000',1794824100000,1794824100000,2,1,3,21274,'B12',8,NULL,NULL,X'9053e39f9630303ad167db1721d420363ce493a94f2882282dac8f1e33eb8424',NULL,NULL,'',X'b7eae4e6009474567b9bcf5122c635bed79b0a418b3f48fc09ce27e992252d06');
INSERT INTO movement VALUES(2,45,X'0193a5b0006570008000000000000000',1794879000000,1794879000000,1,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'c52ed16081f3038b64a8bc619be687df0f933052fe6e22a5820ba3701e452059');
INSERT INTO movement VALUES(2,46,X'0193a5b0006670008000000000000000',1794879000000,1794873600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0f3bd59d916f1a6037fb1c96ac5644029aa6baa8963724cf4c86c7704f3d80cd');
INSERT INTO movement VALUES(2,47,X'0193a5b0006770008000000000000000',1794910500000,1794910500000,2,6,21,20864,'240311',9,NULL,NULL,X'58ac375792d03a1497f2ecc488648d78a6881286060abd436495bb9e24149301',NULL,NULL,'',X'eac1deaf91fe4e1a0c7fb45bf0a7c478d52dd65f40a8d94fa085c4832e89e04d');
INSERT INTO movement VALUES(2,48,X'0193a5b0006970008000000000000000',1794965400000,1794965400000,1,1,3,21274,'B18',48,NULL,NULL,NULL,NULL,NULL,'',X'7ecdb78f2c476d2edc14d3717228cd2bf60648db33d22b869d6d583f8fa19b4f');
INSERT INTO movement VALUES(2,49,X'0193a5b0007070008000000000000000',1794965400000,1794960000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'bc648ae0cd851a57f6fb10f99dda25c9fd3a92ca199febe9358d2b9494c15cc9');
INSERT INTO movement VALUES(2,50,X'0193a5b0007170008000000000000000',1794996900000,1794996900000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'8625b9fa9736fdd6083d5684c6c845899d0487f451f77f1ec808288b607613ea');
INSERT INTO movement VALUES(2,51,X'0193a5b0007370008000000000000000',1795051800000,1795051800000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'ffd6d03f9c945f60851234e437d7bc1ff3a785d057e13df7584f810d23748c3c');
INSERT INTO movement VALUES(2,52,X'0193a5b0007470008000000000000000',1795051800000,1795046400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'e2dfd2f268b8d16b53d9d3b6813b014e625f09a2d57b4b3ce82cb4c5c8167ba7');
INSERT INTO movement VALUES(2,53,X'0193a5b0007770008000000000000000',1795138200000,1795138200000,1,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'f318b17afc6ac78d7c56c44c9a7d93d0fb7a80ae97ca74a5e6bcd6658350ce03');
INSERT INTO movement VALUES(2,54,X'0193a5b0007870008000000000000000',1795138200000,1795132800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'711a5a6c3d51780ec1362ddf3fdb0835875c2b7739699ed019ec68b56b84e598');
INSERT INTO movement VALUES(2,55,X'0193a5b0007970008000000000000000',1795169700000,1795169700000,2,1,3,21274,'B12',8,NULL,NULL,X'f9a1e5aea7a400ca478c15e22dfc5d76180d7c450972f9478eb196be47726357',NULL,NULL,'',X'6c223454e2afda97b367b24b11e870627177f7c51e0087dff8ff88a2fc72489f');
INSERT INTO movement VALUES(2,56,X'0193a5b0008170008000000000000000',1795224600000,1795224600000,1,1,3,21274,'B21',48,NULL,NULL,NULL,NULL,NULL,'',X'9bce0e8676c21901326a08e662a8b165564d4a8373699c574b49aa815a428e1b');
INSERT INTO movement VALUES(2,57,X'0193a5b0008270008000000000000000',1795224600000,1795219200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0cd3fb5d16fdbbe435ec4c57058c6ec237c2c9ed8164590ffe122602bb6e36ee');
INSERT INTO movement VALUES(2,58,X'0193a5b0008370008000000000000000',1795256100000,1795256100000,2,6,21,20864,'240311',9,NULL,NULL,X'9041ffa6b13510c9ac5fb2a5813ca3a56809b7cfe6715c8f0e2e912b2d3bb599',NULL,NULL,'',X'de482af5cb36ac80dae085ee119f30de3ba51b575d7738d7df3d69c857ff9b79');
INSERT INTO movement VALUES(2,59,X'0193a5b0008570008000000000000000',1795256100000,1795256100000,2,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'',X'ee49056fdf79fe1bdd17d69fd84b1f77c32ea00b40581d75264d76004e4bc386');
INSERT INTO movement VALUES(2,60,X'0193a5b000857e86818385807bf7adf8',1795256100000,1795256100000,2,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'',X'531c54cb52640f244f02167f2a149a86419cf462e0a7f3ba21935661389be313');
INSERT INTO movement VALUES(2,61,X'0193a5b0008579c8994f542f4e814be8',1795256100000,1795256100000,2,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'',X'eb3ced329a61478710f87b2f8e80de51aad7a7140dee70ece6635666f5e38846');
INSERT INTO movement VALUES(2,62,X'0193a5b000857f91aaf0a01b23a08c42',1795256100000,1795256100000,2,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'',X'f9c41277cc1af270e489db89cf2d7bccf67e836d0d49bf37a66d51006d27b325');
INSERT INTO movement VALUES(2,63,X'0193a5b00085781caed16a1f7f1a094e',1795256100000,1795256100000,2,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'',X'7745a26f1ef04b64d76698ddb2fff9f9bfd8f1da0f4802f7cddb941c2af5171a');
INSERT INTO movement VALUES(2,64,X'0193a5b00085777a829b992171bf66ac',1795256100000,1795256100000,2,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'',X'13f7632247513ac877981f7f3a010b771d023f4fb87d374bb6ba971f17c79648');
INSERT INTO movement VALUES(2,65,X'0193a5b000857f6993b36c42c92dae7f',1795256100000,1795256100000,2,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'',X'2ddfa15023ca9bfce94f0d2d6e75f98cbf2ead96849a27f0ef67c7cd7c9806b4');
INSERT INTO movement VALUES(2,66,X'0193a5b0008670008000000000000000',1795256100000,1795256100000,1,11,80,2932896,'',3,NULL,NULL,NULL,NULL,NULL,'',X'86b78b390dca0df1cd054f5d1a34e70d29644e9d1e109842dbfe6590eb6ef767');
INSERT INTO movement VALUES(2,67,X'0193a5b0008770008000000000000000',1795258800000,1795258800000,1,2,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'ce00d570a71fa9721462b7e2f0c2c2bf094826e802fe881e1a30df5d090e8ad9');
INSERT INTO movement VALUES(2,68,X'0193a5b0008870008000000000000000',1795258800000,1795258800000,1,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'41bc81e5845319708f567782b358be5ee4e2afe449d5259f84882a0080245d4a');
INSERT INTO movement VALUES(2,69,X'0193a5b0008970008000000000000000',1795262400000,1795262400000,2,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'98cd5a8e474f090b16a95a73f685e4c6ef84aeef7e6f224cef19ed7f64f258b7');
INSERT INTO movement VALUES(2,70,X'0193a5b0009070008000000000000000',1795266000000,1795266000000,1,2,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'0f6dd59651644391135b936c1c4fc82755f10fe5ba720e5522077848bdbb310c');
INSERT INTO movement VALUES(2,71,X'0193a5b0009170008000000000000000',1795266000000,1795266000000,1,2,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'de3a9911eaa43e93bb5eed6e5cb34c979fde4a6436491e8d494ff12c09c7008f');
INSERT INTO movement VALUES(2,72,X'0193a5b0009270008000000000000000',1795258800000,1795258800000,1,3,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'91d5f14fd05b529ed216935169f836e175ecb6ab8ed64d720bebf2ae4e576c2f');
INSERT INTO movement VALUES(2,73,X'0193a5b0009370008000000000000000',1795258800000,1795258800000,1,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a42dc46a17ccd301fcc4131a9ec032eebf6de53ee92500b57ad080026125269c');
INSERT INTO movement VALUES(2,74,X'0193a5b0009470008000000000000000',1795262400000,1795262400000,2,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'ea6705315906510b9c0f2c9f3bd1fac67d631c5f1e5182ee76c8e18eae1e4da4');
INSERT INTO movement VALUES(2,75,X'0193a5b0009570008000000000000000',1795266000000,1795266000000,1,3,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'6376f46b1b0906b9826087d468f4707764d1bce84abee806fc1cea3d76406866');
INSERT INTO movement VALUES(2,76,X'0193a5b0009670008000000000000000',1795266000000,1795266000000,1,3,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'ad34c240b3686529d0c2da1f867cbb8074a156b465ff55faf3003a02c0f69ac9');
INSERT INTO movement VALUES(2,77,X'0193a5b0009770008000000000000000',1795258800000,1795258800000,1,4,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'bb21be3eb35da6ee7159eaa30502a12fb71c7e4f7929b76c6994c88aaed40c39');
INSERT INTO movement VALUES(2,78,X'0193a5b0009870008000000000000000',1795258800000,1795258800000,1,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'bba7901bb00ad5d77319ea5fcb64b63c92a2391f4ce15f6ff1e42f4a9bae2e69');
INSERT INTO movement VALUES(2,79,X'0193a5b0009970008000000000000000',1795262400000,1795262400000,2,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'f4dd38bec666051ea0dd8e80e149caeeb35eb4ae9bbee3fbfc020fc019fc8b44');
INSERT INTO movement VALUES(2,80,X'0193a5b0010070008000000000000000',1795266000000,1795266000000,1,4,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'bec8ba72ee53a66ab196475dcdecb1656a8367bb97a3150cfca8453939c560fd');
INSERT INTO movement VALUES(2,81,X'0193a5b0010170008000000000000000',1795266000000,1795266000000,1,4,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'c9a4d338666084fe5ed7b3e29a3c189a2337d50a86aba9c0d99fa614e12b9f6e');
INSERT INTO movement VALUES(2,82,X'0193a5b0010270008000000000000000',1795258800000,1795258800000,1,5,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'6490861a3a4711ad4a279b995413258da99381f9910a02b5322b52164a9d2100');
INSERT INTO movement VALUES(2,83,X'0193a5b0010370008000000000000000',1795258800000,1795258800000,1,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'e07648f22b1f608bf846c088df9ff0848d436ab2d316acd21df4279f182e5c06');
INSERT INTO movement VALUES(2,84,X'0193a5b0010470008000000000000000',1795262400000,1795262400000,2,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a72f3b59de7017c4c38fd754a937eb01c0ef631cf22acb021c00055745f86f05');
INSERT INTO movement VALUES(2,85,X'0193a5b0010570008000000000000000',1795266000000,1795266000000,1,5,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'a2987f5ed0d98f0971c3b34b4b60734264aa629a6280a21ea21c17c9f3741236');
INSERT INTO movement VALUES(2,86,X'0193a5b0010670008000000000000000',1795266000000,1795266000000,1,5,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'8ca4913b2f06f5b695b45278e15da794b1c867de065a2d53291f707946c20821');
INSERT INTO movement VALUES(2,87,X'0193a5b0010770008000000000000000',1795258800000,1795258800000,1,7,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'140d81acc210c70b6514b2f8404afc2352c2c1f443fc4439a20b3175cd36c370');
INSERT INTO movement VALUES(2,88,X'0193a5b0010870008000000000000000',1795258800000,1795258800000,1,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'88f041691f9b6db0231b5325c12208f991fd416e57383fe9e65b5c2fb8055823');
INSERT INTO movement VALUES(2,89,X'0193a5b0010970008000000000000000',1795262400000,1795262400000,2,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'6abc6b6fdd024b46e1dd86831e67f628b946a8b3c3e6b040aba557df473d46db');
INSERT INTO movement VALUES(2,90,X'0193a5b0011070008000000000000000',1795266000000,1795266000000,1,7,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'0f75adea308b16608dffd2b0efaf4fd44fd5ce27fc3b7dbd4b5c752c9af74c6a');
INSERT INTO movement VALUES(2,91,X'0193a5b0011170008000000000000000',1795266000000,1795266000000,1,7,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'04d5ec8a3f5d3e0bbae6c6e2e5a31712712a29df637350415e9ddb4dfcd18d6f');
INSERT INTO movement VALUES(2,92,X'0193a5b0011270008000000000000000',1795258800000,1795258800000,1,8,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'f067b607d1670dc636996c23337994e9e0a992b7049b91d0d911d71394b8646b');
INSERT INTO movement VALUES(2,93,X'0193a5b0011370008000000000000000',1795258800000,1795258800000,1,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a426da51e85c104e3b9e67f37aee3545e52f5b308562f1b82b99b57dff103ad8');
INSERT INTO movement VALUES(2,94,X'0193a5b0011470008000000000000000',1795262400000,1795262400000,2,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'0118d41afca7b1b9c6d92b518a02fa368a7c84bacbe95712ac00e6eb9b926054');
INSERT INTO movement VALUES(2,95,X'0193a5b0011570008000000000000000',1795266000000,1795266000000,1,8,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'1e0f617c5094cb7c115f9193c7ded9483ff3395d29d236caabb81947d09e1e68');
INSERT INTO movement VALUES(2,96,X'0193a5b0011670008000000000000000',1795266000000,1795266000000,1,8,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'e49995d6a35b615a898235c71f579290a5711bf36e1687745208e3796ef61fac');
INSERT INTO movement VALUES(2,97,X'0193a5b0011770008000000000000000',1795258800000,1795258800000,1,9,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'751e2d22ecb8f4c34ca9bda581248e09b66501e48871e7acf43a644e4f899019');
INSERT INTO movement VALUES(2,98,X'0193a5b0011870008000000000000000',1795258800000,1795258800000,1,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'7c6b70eff60ab479f3778aae8ce9bd4a91a724e03b4a94609ae96be5f90aca88');
INSERT INTO movement VALUES(2,99,X'0193a5b0011970008000000000000000',1795262400000,1795262400000,2,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'4a639f76c59c15e609cfd00c10d012c2401e6c70d50c56d68501e56743b535cc');
INSERT INTO movement VALUES(2,100,X'0193a5b0012070008000000000000000',1795266000000,1795266000000,1,9,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'a9138e92e176a51fe9ae87127f4c59e1f6714bba8a3f53c553e992774f4d8db7');
INSERT INTO movement VALUES(2,101,X'0193a5b0012170008000000000000000',1795266000000,1795266000000,1,9,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'f73333c5b03401d7373854b50198e0fa40ccc4af6515d97eee7c4af71c057d53');
INSERT INTO movement VALUES(2,102,X'01a1fe3134807fb6bdf6af8330c73880',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'1edc292d07862e503122154570b68d086c1ee60c398d577cf3bdd9f470c4bf09');
INSERT INTO movement VALUES(2,103,X'01a1fe3134807455b130ab4af3c1ab4b',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'cda2559525de4f916f0c5534166e53b7e8b1f6224048a1b18eb2e14e431a0b0c');
INSERT INTO movement VALUES(2,104,X'01a1fe31348079f4980cc0788b473700',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000003',NULL,NULL,NULL,'',X'0cf8f6688de1a9c370138ce3e5cdddc4ae9eaf0cfd8be50306268d648d9ec285');
INSERT INTO movement VALUES(2,105,X'01a1fe3134807ede9cd78bb6ab5c36c9',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000004',NULL,NULL,NULL,'',X'8e17957c58638da10e494f3328f3ad29830132535356ed0d1604dad486d882bd');
INSERT INTO movement VALUES(2,106,X'01a1fe3134807f1da13d8b0c41f13bf8',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000005',NULL,NULL,NULL,'',X'dd0fddeac8d3b94773ce8005a9d581ff1872b5c73b59520a1432a86ccf3fdf24');
INSERT INTO movement VALUES(2,107,X'01a1fe313480778d98f6fb3f0f3b62e6',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000006',NULL,NULL,NULL,'',X'082f26ebd201e3ccd12d96db1be46190d38ca87326cc816dd092a27569c6e848');
INSERT INTO movement VALUES(2,108,X'01a1fe3134807be9ae55381a9ea07d2f',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000007',NULL,NULL,NULL,'',X'f7fa54ad06dbcce7e6fd18fb28cc1b9e7e4ff768cddaa84935f801815ccfec35');
INSERT INTO movement VALUES(2,109,X'01a1fe3134807d0c9fd552905590cc45',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000008',NULL,NULL,NULL,'',X'57da9b225f74a995d1c035d7c9dc2a1eb31d8357f2e92acf6a9305d60428086c');
INSERT INTO movement VALUES(2,110,X'01a1fe313480711a881e5e5d1a36ab26',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000009',NULL,NULL,NULL,'',X'0fb21eecc1f55a0d444707394beed03056f979a45cad0b50b70d98ba7da949fa');
INSERT INTO movement VALUES(2,111,X'01a1fe3134807b189febd08f12ee1ed4',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000010',NULL,NULL,NULL,'',X'a3537dc310d254b59b0e461733ff40655ad32013110bbf22f7e72e7a03c931e1');
INSERT INTO movement VALUES(2,112,X'01a1fe31348078e6aa6f2492a8849e8e',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000011',NULL,NULL,NULL,'',X'7df5580e57e15539bda382baf496d859aeb41977d4a0261c5c2e4f63ef71492f');
INSERT INTO movement VALUES(2,113,X'01a1fe3134807d1eb3ce4114245b0c11',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000012',NULL,NULL,NULL,'',X'817d4c66de38ffc0a7f23921299cd48dd2ab0955c5b0eee912436764d1c9333a');
INSERT INTO movement VALUES(2,114,X'01a1fe3134807b9488aa7d67343c3ce8',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'3fa9f01a24ea26587be5b122e6cb6216c6fbbe83c0fd19e1486f27d2299916e7');
INSERT INTO movement VALUES(2,115,X'01a1fe3134807b549a5b7a3fd3c0d368',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'64b8bfffe016a371a9b391809800537cdbb0b04bd3150f0e9c98f64e727d8710');
INSERT INTO movement VALUES(2,116,X'0193a5b0013470008000000000000000',1795312800000,1795312800000,9,6,21,20864,'240311',27,1,NULL,NULL,NULL,NULL,'the wrong box',X'436dd0d786d1ac795dd29684deba3c06d1ce921f6ee873a5ae4926928b2ac159');
INSERT INTO movement VALUES(2,117,X'0193a5b0013570008000000000000000',1795312800000,1795312800000,8,6,21,20864,'240311',9,3,NULL,NULL,NULL,NULL,'',X'0442d5e15c42108c83fe9a70b7046e53e179d1547e0485ad6506b376a48e2bbe');
INSERT INTO movement VALUES(2,118,X'0193a5b0013670008000000000000000',1795312800000,1795312800000,7,6,21,20864,'240311',2,NULL,NULL,NULL,NULL,NULL,'受潮',X'80e8a242158705c3ea9eea3cbcc2ba6dd517ff1dde015bd7cc06cab277b07aef');
INSERT INTO movement VALUES(2,119,X'0193a5b0013770008000000000000000',1795312800000,1795312800000,6,7,1,20969,'',57,NULL,NULL,NULL,NULL,NULL,'',X'cc1a771ee649ae2550076b0237cdf17deb2a454d1a4d8aa136bc980624a5e01f');
INSERT INTO movement VALUES(2,120,X'0193a5b0013870008000000000000000',1795312800000,1795312800000,5,11,80,2932896,'',1,NULL,NULL,NULL,NULL,NULL,'',X'046f13977f21d904d4ffdf6c0abfaa1dabc5a3bb22a13e1e14b847a45270e3cd');
INSERT INTO movement VALUES(2,121,X'01a20621ad007a1c82876c8ab611f0aa',1795399200000,1795399200000,7,1,3,21274,'B3',32,NULL,NULL,NULL,NULL,NULL,'recalled',X'6f3bca6407a215f3d82cb1ecf646beb6c531f4f7a02e4fc313bb82659a953a32');
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
INSERT INTO outlook VALUES(2,20779,120,121,X'5cdada878e0ef07888e317fcccef88ea8339c967fe91d805177ae64bc52886f5',X'0100626d0c0000001e0000000100000003000000060000002b51000016510000510ee250cb4d1e40ab024343904b1740cf3f8599f7e14b40d465816f82f61240bd7db4a315e21a40de2e6708b1f616401f854e6369f91640c936cbe36abb1a4098ca532714bd1a403e94069f6d502040c3ba388367172a40dbbe702aba0c1440a8cc0471820e16400da1a7090d871a405ca15d7abc9cee3fc43fff09611cee3ffc533f2007e4f53f102d8c9eea1dec3fcb7786e069daee3fd705368d296cee3f35ccdb2e561aee3f2c8fe724935b3740bdaf766daeac44401d2490916670e03fe7a8b5c441d63340000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000800000008000000080000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f4f1be8b4814e5b3f00000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000014400000000000001440000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000244000000000008026400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000efc8586dfeff274000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004ed27e2938856240e797b9e6804b30400000000000004440544b0169ff5f6b403a619191b47c6940000000000000000000000000000000000d55ee67faf109400000000000000040a5ed7224aa2a06407491e8d9eeb9ea3f0b9d937c951c2440efc8586d20221a40630bb72a02950240f040e072e7fff73fb9bd0b89245cf43f0000000000000000e6571ff28180953f0000000000000000000000000000004000000000000000000000000000000000000000000000000000000000000000400000000000000000000000000000000000000000000000000000000000000040efc8586dfeff2740000000000000000000000000000000005911935659a1f33f4fe52181467e0340b051f07ad8110d405850ea147367134083cf713c8f311840451ae8bf55281f400246eaf79fd021402da8bc22cb44244056bf329831b026406e5aa616161529402e6e5f8259842b40c32d239667e92d409229ef6b65b230400246eaf79fd031401877538db50a3340ac820ec86840344038504807db72354018da24bd7caa3640e3b906c703dd3740944ce467b59a39400469dff3efb83a401a9a488905f33b40aea503c4b8283d403a733d032b5b3e401afd19b9cc923f4072ee7de1a9624040cab7ecb1824141400246eaf79fd041408dde9ec2aa6d42405764fc5f84084340d903e8a222acfe3f74433774aedadb3f2212fd8bf0e10f40461ea300c989014079a0419bc2bdf13f0000000000000000e8d223a75e05983f33333333333301400000000000000000000000000000000000000000000002404992244992240140000000000000000000000000000000000000000000000240c7711cc7711c014000000000000000000000000000000000000000000000000000000000000000003ea270e2fd1af13f05c91ae76dfc00405871eb1aae54094005feb10e8ae810403388d7a0f214154003e3c37a6c261b40d3d8b28f140c1f40b18027046aa92140aa1ea0c125c52340bf4894ce35db25406c6b324f4ffa27408330459883102a40eb5d3b8540192d40d3d8b28f140c2f408d760026ba9730408ac5bc0498a5314094da360ba0b03240eaeb85cb2cc03340764e0ff046cb34402a658a66a54f36409e22c66b0f493740c22ced49bf5a3840bf7ba9289d683940c990232fa5733a401fa272ef31833b40ab04fc134c8e3c405f1b778aaa123e40d3d8b28f140c3f407bf1ec36e20e4040f9184b26d195404000000000000000000000000000000000000000000000000000000000000000000a0ad7c6706cf23f0000000000000000885d7cfddeb3983f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000050bfca6f69c3f13f436c8889aca301406ec2c243164e0a403297d0da048f11406a50b4f984e41540d806dc59be311c40c828fcade21e2040b280f5db4f572240d9435ed0cd87244064d9ec3e68b226406274641b65e62840fe50d62a25112b40352ceadac1372e40c928fcade21e3040bed4f844193b314051362d3f5853324016817476a5683340954eb0e4a3823440e33c69ec039835407f2a7344522b37402d3dfa04542e384022e9f69b8a4a3940b54a2b96c9623a407a9572cd16783b40f962ae3b15923c404751674375a73d40e33e719bc33a3f40c928fcade21e4040c47e7af9fdac40408eaf94761d394140869df0d019f22740263d9c54cbdf1b40c20e5a5b793b1940be3e13babc890d400a0ad7c6706cf23f0000000000000000000000000000000033333333333301400000000000000040000000000000000000000000000002404992244992240140000000000000004000000000000000000000000000000240c7711cc7711c01400000000000000040efc8586dfeff27400000000000000000000000000000000050bfca6f69c3f13f436c8889aca301406ec2c243164e0a403297d0da048f11406a50b4f984e41540d806dc59be311c40c828fcade21e2040b280f5db4f572240d9435ed0cd87244064d9ec3e68b226406274641b65e62840fe50d62a25112b40352ceadac1372e40c928fcade21e3040bed4f844193b314051362d3f5853324016817476a5683340954eb0e4a3823440e33c69ec039835407f2a7344522b37402d3dfa04542e384022e9f69b8a4a3940b54a2b96c9623a407a9572cd16783b40f962ae3b15923c404751674375a73d40e33e719bc33a3f40c928fcade21e4040c47e7af9fdac40408eaf94761d394140869df0d019f22740263d9c54cbdf1b40c20e5a5b793b1940be3e13babc890d4086a6bf8e8944f13f0000000000000000000000000000000033333333333301400000000000000040000000000000000000000000000002404992244992240140000000000000004000000000000000000000000000000240c7711cc7711c01400000000000000040efc8586dfeff274000000000000000000000000000000000add4fb001da6f03fb7558ad95d880040f191136d99a70840e9abd0e801751040da4fa63be6841440c423bc74e96c1a406a63cfb9f0371e404b2c07fdbb30214023474ad30f3e234032962cb8de452540aa07505179562740a3d9ba7a6b5e294098c345176d522c406b63cfb9f0372e40006ff72c5a2630406cfc1818042d3140f3238a8aeb303240afdc1bd738393340ab45d1eb313d3440a5ba16ba32b735408f8a5b8bf4a93640da476b5b56b4374046d58c4600bb3840cdfcfdb8e7be394089b58f0535c73a40851e451a2ecb3b407f938ae82e453d406963cfb9f0373e40b420df8952423f401057803a7e244040cbbe2b82ffbf6040af269f0f3df03440f3ff477328192c4040dd742ddde13140e341cde75b6c624000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000c04240ba217cfed4f9234027b507b51dd13140aa3820fe289133405c7d10a762414c4000000000000000000100000000000000001cd454bc9e702340c55355075a56264000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001c4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000fac9580f9d4f92408e30f09e40c1f33f0000000000001c4000000000008041407f62cc01d3643f4000000000000000000000000000000000b76e6a50a85e214000000000000014400000000000001440b1362f676295ff3f0000000000000000000000000000000000000000000000000000000000000000e7962193046af43f0000000000000000e941f4973e4b963f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000078bd3414baaef33fce21c0578f8b0340191bfc0ba8250d4014f1475dac741340fea0b31a0c421840b3832891913d1f400b64bd00c4dc2140bafb43439b5224407e6cadd6a7bf2640d16abc032e262940945c612f1a972b408934170ecafd2d40f2d2a864c6bd30400b64bd00c4dc3140e2af00a2af1733404468b5eb354e34406de73c02798135404f600f18efb93640494c6a0747ed3740f684076528ac39400f161c0126cb3a40e6615fa211063c40481a14ec973c3d4071999b02db6f3e4053126e1851a83f40277fe483d46d40407e1bb332454d41400a64bd00c4dc4140f6095fd1397a4240276639f67c1543400000000000000000000000000000000000000000000000000000000000000000e7962193046af43f0000000000000000e941f4973e4b963f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000078bd3414baaef33fce21c0578f8b0340191bfc0ba8250d4014f1475dac741340fea0b31a0c421840b3832891913d1f400b64bd00c4dc2140bafb43439b5224407e6cadd6a7bf2640d16abc032e262940945c612f1a972b408934170ecafd2d40f2d2a864c6bd30400b64bd00c4dc3140e2af00a2af1733404468b5eb354e34406de73c02798135404f600f18efb93640494c6a0747ed3740f684076528ac39400f161c0126cb3a40e6615fa211063c40481a14ec973c3d4071999b02db6f3e4053126e1851a83f40277fe483d46d40407e1bb332454d41400a64bd00c4dc4140f6095fd1397a4240276639f67c15434033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3fa015448433d8f63f0000000000000000e2b5ca8aa1cc933f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000804140000000000000000000000000000000009355a7c09c06f63f8d622b3242df0540e80d2c78004f104034a757ada5c515401d573c5d62251b40e51ba903dc7a2140ec92bb132dfd23409e7dd0ab00be26408f6b46a0fd742940e099d14fad242c40866667eaffdf2e403ddf2c21efc730406857b28b04bc3240ec92bb132dfd33404508c6df965d35403dff005a15b936406596c631ed103840b87c117f966e3940b2a80aab85c63a40dd2090159bba3c40615c999dc3fb3d40bad1a3692d5c3f405964eff1d55b4040ed2fd2ddc107414016a3778496b641401339741a8e62424029f5b6cf985c4340eb92bb132dfd434098cdc0f961ad44401449de36215b454033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3fe7962193046af43f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008041400000000000000000000000000000000078bd3414baaef33fce21c0578f8b0340191bfc0ba8250d4014f1475dac741340fea0b31a0c421840b3832891913d1f400b64bd00c4dc2140bafb43439b5224407e6cadd6a7bf2640d16abc032e262940945c612f1a972b408934170ecafd2d40f2d2a864c6bd30400b64bd00c4dc3140e2af00a2af1733404468b5eb354e34406de73c02798135404f600f18efb93640494c6a0747ed3740f684076528ac39400f161c0126cb3a40e6615fa211063c40481a14ec973c3d4071999b02db6f3e4053126e1851a83f40277fe483d46d40407e1bb332454d41400a64bd00c4dc4140f6095fd1397a4240276639f67c15434033333333333339400000000000803140e226ce5b3d1aef3ffdc07de85313eb3f8bc124ba9436f23f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000080414000000000000000000000000000000000762c99867b8ff13f9cd5ae681b7001402d5109d32f010a4084ecfb1bb05b11403f1feeb684a415400ce6fefc51df1b40b352c04584df1f40e84eb393b1212240c0de0bfdc84b2440a47da2170e7026409b1fde309a9d2840f838577e04c22a405e9c5f216bdf2d40b252c04584df2f4020bc49dbb90831400c04f68fc51d32407e53411de82f33407924df29ae46344028b19b50e3583540dbe21fa296e73640053e5034a3e73740ccd0b9ec9a003940b81866a1a6153a402a68b12ec9273b4025394f3b8f3e3c40d4c50b62c4503d4087f78fb377df3e40b152c04584df3f40bcf214ff3d7c4040b2166bd9c306414000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003333333333534140a0309d1aa38029405b93ee865d7731407f62cc01d3643f4000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001621925eb726c83ffaddae769329f23f0000000000001c40056eddcd5355574000db0b1698195740000000000000000000000000000000001b99e7b08ae0f73f000000000000f03f000000000000f03fefbb911f3548cb3f00000000000000000000000000000000833608da8a23eb3f2e09ec517fe1e73ff3f8a5fd6a0eeb3f000000000000000019348965014fa03f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f542d10b3016ea3f189b491294e7f93f50c0ea41bc5003400b76cdbe3ec9094052f258be4f13104045d4247ce0b31440d539f19d9dac174034626b9f63ef1a409ba083a282261e40fe4c73df7daa20406dfaab7e9e482240131625aef6df23400c070b0d3f302640d439f19d9dac2740034eae9e004e2940376d3a2090e92a40e8e96baecc802c405797a44ded1e2e40fdb21d7d45b62f40fbd101ee460331405feb743676c131407775d3b62792324011859977ef5f33406943b2be8d2b3440209a4e0e9efa3440f3270b264ac6354070207e556eee3640d439f19d9dac3740ecc34f1e4f7d384086d315df164b3940000000000000000000000000000000000428e9c71d6ff43fff7492393fedf13fd2e6cb6253a5ea3f00000000000000001a348965014fa03f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000067111f9edcb0e93fe8f9c9aef582f93f300a52e8b505034016c7652d1665094028212916bea90f40c01293b176631440f86972f6a8501740254c368ac4861a4072e8246266b11d4088b74df5c1692040c1a692069a012240457dc300c49223405bbe02d40fda2540f76972f6a85027400d5b54c0b6eb284034a94bac07812a4083ec867016122c40bcdbcb81eea92d4040b2fc7b183b2f40abf99d2732c1304079cfd5b87e7c314004c8c69d054a3240176fc213ae143340be10e07535dd33405b88827e21a934409df39a7bb671354028943a655c953640f66972f6a8503740816263db2f1e384094095f51d8e83840000000000000000000000000000000000000000000000000000000000000000078873944fbe7eb3f000000000000000019348965014fa03f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008a51b444f4e7ea3fe9dc8780e1b7fa3f74615f8d0dec0340bd94fe4298980a403faef68693941040fb2f7185595a15408856b2dbfb6a1840b9e04864fac71b40c24dd43bf4181f40a10331518130214073d098fea3db2240638254b1c77f244041c391b0aae226408856b2dbfb6a2840a19bfd1f7b192a402652c30bf8c12b40e62e0a3fff652d40b8fb71ec21112f40d4d696cfa25a30404377354f148c3140e6c0c5e43c5032407263eb867c273340b43ecefcbafb334014ad7196becd34407d9325ed4fa33540756c83c661753640e40c2246d3a637408756b2dbfb6a384013f9d77d3b42394055d4baf379163a4000000000000000000000000000000000a3a1769a71000140967988e2feddfd3f78873944fbe7eb3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000008a51b444f4e7ea3fe9dc8780e1b7fa3f74615f8d0dec0340bd94fe4298980a403faef68693941040fb2f7185595a15408856b2dbfb6a1840b9e04864fac71b40c24dd43bf4181f40a10331518130214073d098fea3db2240638254b1c77f244041c391b0aae226408856b2dbfb6a2840a19bfd1f7b192a402652c30bf8c12b40e62e0a3fff652d40b8fb71ec21112f40d4d696cfa25a30404377354f148c3140e6c0c5e43c5032407263eb867c273340b43ecefcbafb334014ad7196becd34407d9325ed4fa33540756c83c661753640e40c2246d3a637408756b2dbfb6a384013f9d77d3b42394055d4baf379163a4000000000000000000000000000000000a3a1769a71000140967988e2feddfd3f774a82ac10e2ed3f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000b21ac492e6cfec3fd63024fd6b9cfc3fb16e37f1575505401f08925eeb7a0c409d3626b143c1114063150bc596dd16402801f296ce251a407e844a69cbbf1d40af861dcb74a6204040dcc6473d6822409c821d23a2312440e31b0c2489f32540468bfeadb28128402801f296ce252a40d3421e00cdf22b40438796165cb92d40d4dc3f93247b2f4098414bb744a230403b8ec23738833140ecc5bbfc4cca3240dd8035f15a9c3340b3a1cb25da823440ebc307b121663540b46e5cef05473640e2c1075db82b3740850e7fddab0c3840364678a2c05339402701f296ce253a40fd2188cb4d0c3b403544c45695ef3b4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000983446eba8aa2a4000000000000000003621a7853eb1e83fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a40000000000000000020a24ccb824de63fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a400000000000000000047dc1c16447f63fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a400000000000000000d9f6884755e5d73fb81e85c7cc4cf33f6d437bab64662a4000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000983446eba8aa2a4000000000000000008aee6bf2f2a9f33fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a4000000000000000000bebe722bd98f73fb81e85c7cc4cf33f6d437bab64662a40000000000000000001983446eba8aa2a40000000000000000048f02dda8db20140b81e85c7cc4cf33f6d437bab64662a4000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000014400000000000000000000000000000000000000000000000000000000000001c400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002bfbae08feff2d40000000000000000000000000000000000000000000000000292b86ab03003c4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000d9224431d7a73040c323b6d43d3b22400000000000003b4071f6ce68ab2a644048eab7f1525d6340000000000000000000000000000000001591862736d61140efc8586dfeff07407f703e75acaa0c40bcdcf58dabdee23f74e6f0dc79f02c403d122fe334332340b40f898f62621740a707ca64bc4f1040d5ef44db0852f53f00000000000000004ff1718641e6933f00000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000350d8ae60100334000000000000000000000000000000000484babb46d8ef43f8a61a847b3690440b7dbe177ed700e400f1dff2ecc511440303b285ec05519404e8aaff250502040da51dcbfc7a7224043bb7176953925403c6ac69134c22740c7c8d41d03442a4061e05bd7add02c40716ff0eea7522f4014ee45590c7c3140da51dcbfc7a732408e06279baef033400b5ed128fe343540518dd86ee57536401e199ccb3abc3740a66066d737fd384001173439f0cf3a40c77aca9fabfb3b407c2f157b92443d40f986bf08e2883e403fb6c64ec9c93f400621c5550f884040ca44aadb8d284140f81f910cea114240db51dcbfc7a7424035ac812d3b4c4340f3d756f462ee434023f34c58b0472140226e4e2503001840f4632159f9d210408aed6bcd071210409d73a4b79fa1f43f0000000000000000fb9c575e72f6943f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000226e4e250300284000000000000000000000000000000000595f530f57e4f33f287b5488ccc003409cd095d70c750d4038fd9836aba91340f33eaba41f841840dc20fe21aa921f4029e5afc06b0d224014519aa2f6892440f303c5e29efd2640505995f6ae6a2940c563fc5b41e22b40a28405937b4f2e40cb7ad76860eb304028e5afc06b0d32401e1ba531b14b33408d74ba51858534403c9fa25b0dbc35407724568ed6f73640e6b4daa9732e3840606d2f4916f23940bed707a121143b40b40dfd1167523c40236712323b8c3d40d291fa3bc3c23e400d17ae6e8cfe3f40be5319c5949a4040fbafc314667c41402ae5afc06b0d424025802a798eac4240dd2c3589784943400000000000000000000000000000000000000000000000000000000000000000ad4fe237c6fdf33f000000000000000050a1e1a7f4c3963f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000dbb4b7cf5c46f33f20323b8bec230340266599791b8b0c40a87b51eb820d1340a6aba60b6cc117404a5df861eb971e40b805e6700d7e214053fcdc0ad9e6234040d2b49308472640015f4c4fd4a028408cc38ee6ce042b408b5bb976c35e2d402f1af19001653040b805e6700d7e31400681e13d73b23240fc6b4d028be233405d3219e0700f3540a264ba2b6e413640a1b0cf73686e37400a1d64490824394093085929143d3a40e18354f679713b40d76ec0ba91a13c4038358c9877ce3d407d672de474003f40be592196b7164040f38feb8087f14040b805e6700d7e41405fc3635740184240dab899394cb04240caec9e1a151c37404e49d67536332f40d43955f4ad1a244098fa1a19e2302040ad4fe237c6fdf33f0000000000000000000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff07400000000000000000000000000000000000000000000000004644317903003f4000000000000000000000000000000000dbb4b7cf5c46f33f20323b8bec230340266599791b8b0c40a87b51eb820d1340a6aba60b6cc117404a5df861eb971e40b805e6700d7e214053fcdc0ad9e6234040d2b49308472640015f4c4fd4a028408cc38ee6ce042b408b5bb976c35e2d402f1af19001653040b805e6700d7e31400681e13d73b23240fc6b4d028be233405d3219e0700f3540a264ba2b6e413640a1b0cf73686e37400a1d64490824394093085929143d3a40e18354f679713b40d76ec0ba91a13c4038358c9877ce3d407d672de474003f40be592196b7164040f38feb8087f14040b805e6700d7e41405fc3635740184240dab899394cb04240caec9e1a151c37404e49d67536332f40d43955f4ad1a244098fa1a19e23020400c8921d1181af23f0000000000000000000000000000000000000000000000000000000000000000efc8586dfeff0740000000000000000000000000000000000000000000000000efc8586dfeff07400000000000000000000000000000000000000000000000004644317903003f4000000000000000000000000000000000eb51c4f10474f13f1c7673e5d5540140e469e28184d809408882d6878a40114039db78c7ab82154063907ae8bab31b40d5affa6dabad1f4028e235555605224072355a300b2c244064f275d7f64c26402f99e8fa1a77284088c5b99a2b982a401da03a2bb3b02d40d6affa6dabad2f400a9d190616ee3040afc6ab737001324028a53947e61133408ef8f258f8263440ba8edba88037354004fc1b71c4c33640e0037c9240c23740ff4898e180d93840a4722a4fdbec39401d51b82251fd3a4083a4713463123c40af3a5a84eb223d40faa79a4c2faf3e40d6affa6dabad3f407a7a8bde756240404c8f541523ec4040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003d81b053acaa26406b68e2a118ae0f4020375f3faddcf43f7b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f40145bc149d6d7f23f7b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f4029fab22dabd202407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f4071982a986530e43f7b14aeffd6a3f23f2b9f48a42b5c2e40000000000000000001cd751a69a92a4340636f263326732b40f62d08b840c950402cf418e8840d31409a926067ff5348400000000000000000013d81b053acaa26406b68e2a118ae0f40ae45cf29b56500407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f40d086c5cb3fad03407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000013d81b053acaa26406b68e2a118ae0f40384aa8b1df830d407b14aeffd6a3f23f2b9f48a42b5c2e400000000000000000010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f83f000000000000f03f000000000000f03fa3b4b0cef64be53f0000000000000000000000000000000000000000000000000000000000000000d1e25f51e07aee3f0000000000000000960e132ceadc9d3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000bf83803d3c63ed3fcaaa6669ba2efd3f2e8c0d436fc20540391320798e0c0d4063e161840e1c124067a0b2e38352174077e6334784ab1a40eff6e3ceeb571e4095c8c67099fb204047565df45dc622400af8e1c1e5982440ede3ca65c96326406f43731504ff284077e6334784ab2a40b3ee0b0bb8812c40d0bb60945b512e40c1a4fb0b100e3040a2f5bdf253f73040946bb2c4c5dc3140559b861c632a3340d9ec6635a3003440f7f05217bdeb34408657fddb8ed335405f9ec81df1b8364040ef8a0435a2374032657fd6a6873840f394532e44d5394077e6334784ab3a4095ea1f299e963b402451caed6f7e3c4051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3f43e94aaa36c5ed3f0000000000000000b122b986a3269b3f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f00000000000000000000000000000000b94f0b4415b4ec3f42c61e62cc80fc3ffe417a1bbf4005400065211c6c5f0c40566ee3501fb011409e137c3a83c716401b8c01d58f0c1a4012f6827d12a31d40d69ec476619620408d565fb1775622404d1f89f1221e2440387df29257de2540dccfbe87096a28401a8c01d58f0c2a4016414229d1d72b40e3644561a99c2d409a1ce09bbf5c2f40adf2046e35923040a2a1b9be4f723140f4ca1fb928b832401329c1df6b8933409183e1890c6f34407715e3a578513540537130c383313640b355456359153740a804fab373f53740fa2d60ae4c3b3940198c01d58f0c3a4097e6217f30f23a407d78239b9cd43b400000000000000000000000000000000000000000000000000000000000000000d1e25f51e07aee3f0000000000000000960e132ceadc9d3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000bf83803d3c63ed3fcaaa6669ba2efd3f2e8c0d436fc20540391320798e0c0d4063e161840e1c124067a0b2e38352174077e6334784ab1a40eff6e3ceeb571e4095c8c67099fb204047565df45dc622400af8e1c1e5982440ede3ca65c96326406f43731504ff284077e6334784ab2a40b3ee0b0bb8812c40d0bb60945b512e40c1a4fb0b100e3040a2f5bdf253f73040946bb2c4c5dc3140559b861c632a3340d9ec6635a3003440f7f05217bdeb34408657fddb8ed335405f9ec81df1b8364040ef8a0435a2374032657fd6a6873840f394532e44d5394077e6334784ab3a4095ea1f299e963b402451caed6f7e3c4051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3fd0e25f51e07aee3f00000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f00000000000000000000000000000000be83803d3c63ed3fc9aa6669ba2efd3f2d8c0d436fc20540381320798e0c0d4062e161840e1c124066a0b2e38352174076e6334784ab1a40eef6e3ceeb571e4094c8c67099fb204046565df45dc6224009f8e1c1e5982440ece3ca65c96326406e43731504ff284076e6334784ab2a40b2ee0b0bb8812c40cfbb60945b512e40c1a4fb0b100e3040a2f5bdf253f73040946bb2c4c5dc3140559b861c632a3340d9ec6635a3003440f7f05217bdeb34408657fddb8ed335405f9ec81df1b8364040ef8a0435a2374032657fd6a6873840f394532e44d5394077e6334784ab3a4095ea1f299e963b402451caed6f7e3c4051e9e78df88c044000000000ffffef3f5a0124850c3d0b40f74b948ca2f9fd3f2d623580fd32ef3f00000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f000000000000f03f00000000000000000000000000000000394d6341c014ee3f3619144201dffd3fb7d24268df4506401657fbe706bc0d40f1e6479072891240181483b764df1740e8b52ed09d4c1b408f1f5bd8350f1f401bde59102f622140a20f28c2c6372340ba3016a2501525406d4e3b3008eb264000e5d84301962940e8b52ed09d4c2b40bcea44d4e92d2d400f3971f87d082f404bb51fd50a6f3040d7c516c5cf5d3140b054298cab483240fa1ff815289e33406e08235c76793440d8222e5e1c6a3540024a447066573640c6622b493242374052732239f73038402b023500d31b394075cd038a4f713a40e9b52ed09d4c3b4053d039d2433d3c407df74fe48d2a3d4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e7a8b5c441d6324052f2ab82c65131400000000000000000000000000000000000000000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000f03f0000000000000840c2f5285c8fc2074000000000000000000000000000000000000000000000f83f000000000000f03f000000000000f03f0a4e1d3e7e32d33f00000000000000000000000000000000000000000000000000000000000000003172391095ffef3f00000000000000005645b52b26729c3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002009d9c502daee3f66686854e3a2fe3f70e9b70feed7064027182b9b037f0e40af6ce15a01031340b0a019d9f07b1840eb43326ea2ff1b400f65edc6e2da1f40022fa6a12dd42140511c07bbccb52340ffe7e31d929f25404dd889e4518127404df2a5a3c93d2a40eb43326ea2ff2b407dd48f9a42ed2d40f850bfd8fed32f40241f10f9ceda3040fb847eaab1cf3140227dd18d91c03240228a5f6dcd1e3440f1b2a5d2b9ff34403a7bd4e889f635407739ec07e8e936401fb09c94b7da3740f6150b469acf38401d0e5e297ac039401d1bec08b61e3b40ec43326ea2ff3b40350c618472f63c4072ca78a3d0e93d4000000000000000000000000000000000000000000000000000000000000000003172391095ffef3f00000000000000005645b52b26729c3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002009d9c502daee3f66686854e3a2fe3f70e9b70feed7064027182b9b037f0e40af6ce15a01031340b0a019d9f07b1840eb43326ea2ff1b400f65edc6e2da1f40022fa6a12dd42140511c07bbccb52340ffe7e31d929f25404dd889e4518127404df2a5a3c93d2a40eb43326ea2ff2b407dd48f9a42ed2d40f850bfd8fed32f40241f10f9ceda3040fb847eaab1cf3140227dd18d91c03240228a5f6dcd1e3440f1b2a5d2b9ff34403a7bd4e889f635407739ec07e8e936401fb09c94b7da3740f6150b469acf38401d0e5e297ac039401d1bec08b61e3b40ec43326ea2ff3b40350c618472f63c4072ca78a3d0e93d40000000000000000000000000000000000641025b7110493fb846be633e72463f05bc15a859ffef3f00000000000000005745b52b26729c3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000858cbd7ec9d9ee3fa69ea373aaa2fe3fe5feb3a6c3d70640a56900fdca7e0e4066fd010fde0213403e874f64c37b1840850413736eff1b4016b6eaa2a7da1f4017f6fd870cd42140fc813623a8b52340ac9cc9f8699f2540f6800a4126812740e245b1eb983d2a40860413736eff2b404eddfe0a0bed2d405a7887c1c3d32f401f0260aeafda3040778f299990cf31409c014abd6ec0324012649d12a81e344064434ed692ff3440c82f442261f635404e7d887dbde9364040c3244b8bda37409850ee356ccf3840bdc20e5a4ac03940332562af831e3b40850413736eff3b40e9f008bf3cf63c406f3e4d1a99e93d40000000000000000000000000000000000641025b7110493fb846be633e72463f3172391095ffef3f0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002009d9c502daee3f66686854e3a2fe3f70e9b70feed7064027182b9b037f0e40af6ce15a01031340b0a019d9f07b1840eb43326ea2ff1b400f65edc6e2da1f40022fa6a12dd42140511c07bbccb52340ffe7e31d929f25404dd889e4518127404df2a5a3c93d2a40eb43326ea2ff2b407dd48f9a42ed2d40f850bfd8fed32f40241f10f9ceda3040fb847eaab1cf3140227dd18d91c03240228a5f6dcd1e3440f1b2a5d2b9ff34403a7bd4e889f635407739ec07e8e936401fb09c94b7da3740f6150b469acf38401d0e5e297ac039401d1bec08b61e3b40ec43326ea2ff3b40350c618472f63c4072ca78a3d0e93d40000000000000000000000000000000000641025b7110493fb846be633e72463f5d0df087caffef3f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000090ae045336daee3faa8e788516a3fe3f091a4f3b14d806409db64990367f0e40857e651f2103134044df81c2197c1840b20bf236d1ff1b4084a1520118db1f40ae17286c4bd421405bcc4caaedb5234080738b3fb69f25401bc52b2b798127407af5b97cf53d2a40b10bf236d1ff2b409a56229c74ed2d40861da10734d42f401ae9e222ebda3040ac3c826dcfcf31407a6552e3b0c03240aa7d190cef1e3440c58835e9dcff34403aaecd9baef63540b0118d510eea3640066c9f70dfda374098bf3ebbc3cf384066e80e31a5c039409600d659e31e3b40b10bf236d1ff3b4026318ae9a2f63c409c94499f02ea3d400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000010400000000000000000187aa09ec790673fd7a3701985cbf33fc2f5285c8fc20740000000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
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
INSERT INTO audit_log VALUES(2,4,1793491200000,NULL,'drug',2,'Thermometer','type=supplies, form=device, unit=piece, day-units=1, pack-units=1, class=none, brand=Warm, maker=A & B, undated');
INSERT INTO audit_log VALUES(2,5,1793491200000,NULL,'drug',2,'阿司匹林泡腾片','');
INSERT INTO audit_log VALUES(2,6,1793491200000,NULL,'setting',3,'minimum 4','area=书院社区');
INSERT INTO audit_log VALUES(2,7,1793491200000,NULL,'setting',3,'intake.days-left 60','area=书院社区');
INSERT INTO audit_log VALUES(2,8,1793491200000,NULL,'setting',3,'fill 10','area=书院社区');
INSERT INTO audit_log VALUES(2,9,1793491200000,NULL,'setting',11,'minimum 4','area=槐荫社区');
INSERT INTO audit_log VALUES(2,10,1793491200000,NULL,'setting',11,'intake.days-left 60','area=槐荫社区');
INSERT INTO audit_log VALUES(2,11,1793491200000,NULL,'setting',11,'fill 10','area=槐荫社区');
INSERT INTO audit_log VALUES(2,12,1793491200000,NULL,'setting',15,'minimum 4','area=Riverside');
INSERT INTO audit_log VALUES(2,13,1793491200000,NULL,'setting',15,'intake.days-left 60','area=Riverside');
INSERT INTO audit_log VALUES(2,14,1793491200000,NULL,'setting',15,'fill 10','area=Riverside');
INSERT INTO audit_log VALUES(2,15,1793491200000,NULL,'setting',2,'shortage.window 14','');
INSERT INTO audit_log VALUES(2,16,1793491200000,NULL,'setting',2,'intake.lot-required yes','box=Gate box');
INSERT INTO audit_log VALUES(2,17,1793491200000,NULL,'setting',2,'minimum.fever 9','box=服务站药箱');
INSERT INTO audit_log VALUES(2,18,1793491200000,NULL,'setting',2,'label.host box.example','');
INSERT INTO audit_log VALUES(2,19,1795312800000,NULL,'recall',2,'布洛芬片','lot=A1, reason=notice 7 of the maker, batch A1');
INSERT INTO audit_log VALUES(2,20,1795312800000,NULL,'recall',2,'布洛芬片','lot=A2, reason=notice 7 of the maker, batch A2');
INSERT INTO audit_log VALUES(2,21,1795312800000,NULL,'recall',2,'布洛芬片','lot=A3, reason=notice 7 of the maker, batch A3');
INSERT INTO audit_log VALUES(2,22,1795312800000,NULL,'recall',2,'布洛芬片','lot=A4, reason=notice 7 of the maker, batch A4');
INSERT INTO audit_log VALUES(2,23,1795312800000,NULL,'recall',2,'布洛芬片','lot=A5, reason=notice 7 of the maker, batch A5');
INSERT INTO audit_log VALUES(2,24,1795312800000,NULL,'recall',2,'布洛芬片','lot=A6, reason=notice 7 of the maker, batch A6');
INSERT INTO audit_log VALUES(2,25,1795312800000,NULL,'recall',2,'布洛芬片','lot=A7, reason=notice 7 of the maker, batch A7');
INSERT INTO audit_log VALUES(2,26,1795312800000,NULL,'recall',2,'布洛芬片','lot=A8, reason=notice 7 of the maker, batch A8');
INSERT INTO audit_log VALUES(2,27,1795312800000,NULL,'recall',2,'布洛芬片','lot=A9, reason=notice 7 of the maker, batch A9');
INSERT INTO audit_log VALUES(2,28,1795312800000,NULL,'recall',2,'布洛芬片','lot=B3, reason=notice 7 of the maker, batch B3');
INSERT INTO audit_log VALUES(2,29,1795312800000,NULL,'recall',2,'布洛芬片','lot=L-2, reason=notice 7 of the maker, batch L-2');
INSERT INTO audit_log VALUES(2,30,1795312800000,NULL,'recall',2,'布洛芬混悬液','reason=all of it: the bottle breaks');
INSERT INTO audit_log VALUES(2,31,1795312800000,NULL,'recall_lift',2,'2','');
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
CREATE INDEX empty_span_box ON empty_span (tenant, box, until_at);
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
