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
INSERT INTO tenant VALUES(2,121,X'6d18ade776ebabbc04e1d55d7ee268e5f8f76caf46c1dbe4773a80e5438a8655');
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
INSERT INTO box VALUES(2,3,'0YSTRSB',7,'3号楼药箱','','',NULL,NULL,0,280,40,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,4,'HT53CGG',9,'4号楼药箱','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,5,'4S417HP',10,'5号楼药箱','','0712-2345675',NULL,NULL,20,150,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,6,'G02137S',8,'服务站药箱','前台','0712-2345676',30920000,113920000,200,2100,180,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,7,'FWA5MJA',13,'东门药箱','','',NULL,NULL,50,500,50,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,8,'B5V6QCX',14,'西门药箱','','',NULL,NULL,50,600,60,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,9,'T2E19JV',11,'物业药箱','物业办公室','0712-2345679',NULL,NULL,80,900,0,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,10,'GEJ6X6C',16,'Gate box','left of the gate','',NULL,NULL,33,333,33,30,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,11,'REE8B1B',16,'Lobby box','','',NULL,NULL,1,1,1,7,NULL,1793491200000,'active');
INSERT INTO box VALUES(2,12,'1173DH9',17,'Old box','','',NULL,NULL,0,0,0,30,NULL,1793491200000,'retired');
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
INSERT INTO setting VALUES(2,0,'household.salt','df7a873b9ff61b3eff863bd436856aae81465e7203e1101f51d4f2a7859c2cf1');
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
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
INSERT INTO label_print VALUES(2,1,1,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,2,2,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,3,3,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,4,6,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,5,4,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,6,5,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,7,9,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,8,7,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,9,8,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,10,10,'',1793491200000,NULL,'the first ones');
INSERT INTO label_print VALUES(2,11,11,'',1793491200000,NULL,'the first ones');
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
INSERT INTO movement VALUES(2,3,X'0193a5b0000370008000000000000000',1793528100000,1793528100000,2,6,21,20864,'240311',9,NULL,NULL,X'a4ed1db9041f2271b236e5f245bab667038eb11de53a3f654238e7bd2d24ab45',NULL,NULL,'',X'8e7826ffdce05472364e7f0677e7a5db3859c6985002651662338602aca944aa');
INSERT INTO movement VALUES(2,4,X'0193a5b0000570008000000000000000',1793583000000,1793583000000,1,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'bedb992e7cb08dd0f05082121537e52db585dc2908a96219764ddde7a2954876');
INSERT INTO movement VALUES(2,5,X'0193a5b0000670008000000000000000',1793583000000,1793577600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'0d95321045deb8535fbd7f3e13349faf0126e07b9743be61f39ebe9af9938cdd');
INSERT INTO movement VALUES(2,6,X'0193a5b0000770008000000000000000',1793614500000,1793614500000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'd75031e6d90bad37495f9de8c4e271fe9189ce0dce2f16648b76570b8e51c0a3');
INSERT INTO movement VALUES(2,7,X'0193a5b0000970008000000000000000',1793669400000,1793669400000,1,1,3,21274,'B3',48,NULL,NULL,NULL,NULL,NULL,'',X'728dae1cfb53da6f236d20fe3fec5c78d6ec01933b90dd8083d85b51f65e3ff1');
INSERT INTO movement VALUES(2,8,X'0193a5b0001070008000000000000000',1793669400000,1793664000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'e7780f2cb757054444619db757fd47ccd67c3f6dd9879cb6ebe129910da88697');
INSERT INTO movement VALUES(2,9,X'0193a5b0001370008000000000000000',1793755800000,1793755800000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'f99e589f9e2137b5c33f01ef777c26b93b940d4bff4f5f87cc54ddd11a082ca4');
INSERT INTO movement VALUES(2,10,X'0193a5b0001470008000000000000000',1793755800000,1793750400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'f7d7277070abcc8df22aea60af5ee9b34cfe015ae2721206b6e59d07b75973fb');
INSERT INTO movement VALUES(2,11,X'0193a5b0001570008000000000000000',1793787300000,1793787300000,2,1,3,21274,'B3',8,NULL,NULL,X'ffe02f2e8b3ca6234ccb52a54095bf1c2888af54607cd2224edf4bb0abf4cb71',NULL,NULL,'',X'f3c9505876762769d6ff8d41df6750fcae8aa05798f15d5006e3212de95bb7ad');
INSERT INTO movement VALUES(2,12,X'0193a5b0001770008000000000000000',1793842200000,1793842200000,1,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'd9be78fc039b39a7180a7a1e3cd0abad62f13535bf4e25b693b8294bf33e33ef');
INSERT INTO movement VALUES(2,13,X'0193a5b0001870008000000000000000',1793842200000,1793836800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'd1eb5f6498f5a469139207cfeb79d41da6143363144b359b2f1fbfd899cbd6d8');
INSERT INTO movement VALUES(2,14,X'0193a5b0001970008000000000000000',1793873700000,1793873700000,2,6,21,20864,'240311',9,NULL,NULL,X'451518a43a19ce4adfb8b482223bd5998342b0f7dd3695c3474721d7bb29bc12',NULL,NULL,'',X'e52a027242cebfdf9a39a3cc356dc7cd09d2546c4d831df167f8b23c95d59feb');
INSERT INTO movement VALUES(2,15,X'0193a5b0002170008000000000000000',1793928600000,1793928600000,1,1,3,21274,'B6',48,NULL,NULL,NULL,NULL,NULL,'',X'2802ac9b1db8e47ff3968dc6f8626c94dfa15c60ea1b138d50027fa709050435');
INSERT INTO movement VALUES(2,16,X'0193a5b0002270008000000000000000',1793928600000,1793923200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'289ac29fa2cfed127e16b0a16383285d541063ca3f920439ec90a6bf999d1050');
INSERT INTO movement VALUES(2,17,X'0193a5b0002370008000000000000000',1793960100000,1793960100000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'98561153c2c2d217ba98d139a262b46b4fe95b0bb5cddb69c8f4f45b1fede0b4');
INSERT INTO movement VALUES(2,18,X'0193a5b0002570008000000000000000',1794015000000,1794015000000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'fce0c4b74ceb01b53e07b9f7ce7b274975df6f0ca41273b4aef341ac815a19d5');
INSERT INTO movement VALUES(2,19,X'0193a5b0002670008000000000000000',1794015000000,1794009600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'65dd6a04a0adfb9e9789e7b23fc1c6a6d2fb2484f3d727af410d678028dbae37');
INSERT INTO movement VALUES(2,20,X'0193a5b0002970008000000000000000',1794101400000,1794101400000,1,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'a6010a0354b53a09ccb72e7e1704b2156ce30b60d63f7214a0705d15a33d8f6e');
INSERT INTO movement VALUES(2,21,X'0193a5b0003070008000000000000000',1794101400000,1794096000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'223033f822a337ce35aa266843f452262bcadbaec58fd567d00da97900306521');
INSERT INTO movement VALUES(2,22,X'0193a5b0003170008000000000000000',1794132900000,1794132900000,2,1,3,21274,'B3',8,NULL,NULL,X'9c8a3f98d1cdda6119dae439ac8ab431681e3a2ffb8b4225c7dbe1dd12fd0e00',NULL,NULL,'',X'94da3938d5c9e3d66994e89d774c57dac206b8f8681bc07acd2616fde8effb92');
INSERT INTO movement VALUES(2,23,X'0193a5b0003370008000000000000000',1794187800000,1794187800000,1,1,3,21274,'B9',48,NULL,NULL,NULL,NULL,NULL,'',X'd861aff15c28526e4aac8b24a9b34bcd5090ab2440055ed93f38788fc11a3071');
INSERT INTO movement VALUES(2,24,X'0193a5b0003470008000000000000000',1794187800000,1794182400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'a4f929f05a1bd9b80c3e749d750eed19b3c12f943b40e037d9f246f733841f50');
INSERT INTO movement VALUES(2,25,X'0193a5b0003570008000000000000000',1794219300000,1794219300000,2,6,21,20864,'240311',9,NULL,NULL,X'f5cf899e2a5f310c1e8c97d74eb9baeb1e2eee2f0684097f1bea3c5d16d59308',NULL,NULL,'',X'da9ce55478108997f327dff79b0a93ddc56e09b43e1cc2c6e8a4454edf87a08a');
INSERT INTO movement VALUES(2,26,X'0193a5b0003770008000000000000000',1794274200000,1794274200000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'c7b017a7ceb10f34508796ed26b3d503fa38cc0ae0ca3361351be1bec51d38e2');
INSERT INTO movement VALUES(2,27,X'0193a5b0003870008000000000000000',1794274200000,1794268800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'8e801a6e26787f200fcabf5053ece96fa4b76df79a85e48f949adbffb18263da');
INSERT INTO movement VALUES(2,28,X'0193a5b0003970008000000000000000',1794305700000,1794305700000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'b6917f64dc94120846122311a2d677d61c18218d2991221ef2f3d5bc8867c206');
INSERT INTO movement VALUES(2,29,X'0193a5b0004170008000000000000000',1794360600000,1794360600000,1,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'7972570ff416d47b132af4d71bad9591d7bb6955303385c3914cd5dbdc264067');
INSERT INTO movement VALUES(2,30,X'0193a5b0004270008000000000000000',1794360600000,1794355200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'fe356118055b20d2cc1ccb916fd121da5ceb8d330053df48bd65f56bbcc61a87');
INSERT INTO movement VALUES(2,31,X'0193a5b0004570008000000000000000',1794447000000,1794447000000,1,1,3,21274,'B12',48,NULL,NULL,NULL,NULL,NULL,'',X'752f2e567e7a60fe806f150d829c5c063ba886f5200ee26e6ebfb3f990e90a5f');
INSERT INTO movement VALUES(2,32,X'0193a5b0004670008000000000000000',1794447000000,1794441600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'865cd8b6a9fe43257257488ae68378fde53d3f87e33bb1e029ff63d37945d8b3');
INSERT INTO movement VALUES(2,33,X'0193a5b0004770008000000000000000',1794478500000,1794478500000,2,1,3,21274,'B12',8,NULL,NULL,X'fb887891022af804e84b5eac778538b5193cf9ff22370614476fc1a45244cf28',NULL,NULL,'',X'2febe3dc8bbfe277d0aa84df1fcebec5c0dee371364a17ea330ec3694c9ba390');
INSERT INTO movement VALUES(2,34,X'0193a5b0004970008000000000000000',1794533400000,1794533400000,1,6,21,20953,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'3861f9bf2a21c64dbd3de91b7bbb872e83cadbd2ff97dba8744b61e87f0e6cbc');
INSERT INTO movement VALUES(2,35,X'0193a5b0005070008000000000000000',1794533400000,1794528000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'5939318a1df34009ace0bb4df7c76e06812e3491f98e2a0e5fdf50326ca7b081');
INSERT INTO movement VALUES(2,36,X'0193a5b0005170008000000000000000',1794564900000,1794564900000,2,6,21,20864,'240311',9,NULL,NULL,X'62655f5d58c36429e273b6f61950af5903810ea74897a038eec58e6a8572ac4f',NULL,NULL,'',X'41b3e5ed1184c390ba269b6fa44263fb6123d0ca7daa90619b26d36aa85c6113');
INSERT INTO movement VALUES(2,37,X'0193a5b0005370008000000000000000',1794619800000,1794619800000,1,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'7f1be1305344a4e70352a1e6479cf57b6513d43ed471c5408b75fbe0600f86fa');
INSERT INTO movement VALUES(2,38,X'0193a5b0005470008000000000000000',1794619800000,1794614400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'1d4c759f46ca71c7d7a84995458d8d4295b6c2c691dfb6533ea2a9a05d0e4b11');
INSERT INTO movement VALUES(2,39,X'0193a5b0005570008000000000000000',1794651300000,1794651300000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'b9646e4e9f1e6c1e7d6242779708b58bb7b382333a81cab6df38dfded81ed540');
INSERT INTO movement VALUES(2,40,X'0193a5b0005770008000000000000000',1794706200000,1794706200000,1,1,3,21274,'B15',48,NULL,NULL,NULL,NULL,NULL,'',X'4841c21a7c6c092ff84a6f46286dacca6c485f9749b3ca9dfa10f189413dce7a');
INSERT INTO movement VALUES(2,41,X'0193a5b0005870008000000000000000',1794706200000,1794700800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'860c5875cf3bb3a832a58fa1119b423b0606aa781c711be46a545e09f44ba4e7');
INSERT INTO movement VALUES(2,42,X'0193a5b0006170008000000000000000',1794792600000,1794792600000,1,6,21,21045,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'3865e76ef6391bac3ae9ec0cc9923dc24e451cd5646497f5aa52beaadd2176fb');
INSERT INTO movement VALUES(2,43,X'0193a5b0006270008000000000000000',1794792600000,1794787200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'1d5188edf87dc1cc7e84c112b092355b893877f546b5a6462d476146e7687e9c');
INSERT INTO movement VALUES(2,44,X'0193a5b0006370008000000000000000',1794824100000,1794824100000,2,1,3,21274,'B12',8,NULL,NULL,X'a46a903b1f4123dd5cd29dbd33d04ec1bde6fa6ac16e72493c474908fc6ecb71',NULL,NULL,'',X'9c671d1e90c1a47c017b32004faf9031c5ed865a34aabed7ddcc0ca89f42fcf9');
INSERT INTO movement VALUES(2,45,X'0193a5b0006570008000000000000000',1794879000000,1794879000000,1,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'01826d44e3ab3ad72a6393c78c3cc53304a20234866237416096f672d884b179');
INSERT INTO movement VALUES(2,46,X'0193a5b0006670008000000000000000',1794879000000,1794873600000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'dc44c4a3b1a440b7772ad8dbce105f9a97f64ec5c80d513b9da39ffcdf99b0ba');
INSERT INTO movement VALUES(2,47,X'0193a5b0006770008000000000000000',1794910500000,1794910500000,2,6,21,20864,'240311',9,NULL,NULL,X'b7bed150ca8a4367029e59448e0a793e806403d6d0f7f449775937900b911a1b',NULL,NULL,'',X'16b84003238f9afa79cfa179616b8d012506c8873f9583119709c301d1b04315');
INSERT INTO movement VALUES(2,48,X'0193a5b0006970008000000000000000',1794965400000,1794965400000,1,1,3,21274,'B18',48,NULL,NULL,NULL,NULL,NULL,'',X'6283f327def244f93c31acb31652a054c737ab603c894ef4d56a9c93ed52c6ce');
INSERT INTO movement VALUES(2,49,X'0193a5b0007070008000000000000000',1794965400000,1794960000000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'f66b840eefa3e029fe60108e6b112c537ee07fad387c819ebfb9380ff415c6b7');
INSERT INTO movement VALUES(2,50,X'0193a5b0007170008000000000000000',1794996900000,1794996900000,2,7,1,20969,'',9,NULL,NULL,NULL,NULL,NULL,'',X'064b9d6db1b2fe2ff7dac95a66bd7f1ea4ef413afe35f68668c5404bffe043cc');
INSERT INTO movement VALUES(2,51,X'0193a5b0007370008000000000000000',1795051800000,1795051800000,1,6,21,20864,'240311',27,NULL,NULL,NULL,NULL,NULL,'',X'b61d3691543844d9c9c82df1c7d1f9f352ff914253713477024703d173d9acb2');
INSERT INTO movement VALUES(2,52,X'0193a5b0007470008000000000000000',1795051800000,1795046400000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'3dc582193f77dab53c359a229e4e55109a3a558c92ee3fbf4b9710f8adaa0fb9');
INSERT INTO movement VALUES(2,53,X'0193a5b0007770008000000000000000',1795138200000,1795138200000,1,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'from a flat',X'b405058f667b9a9597924344bf6dc78e157911246b991df428bd05ff655314a7');
INSERT INTO movement VALUES(2,54,X'0193a5b0007870008000000000000000',1795138200000,1795132800000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'3057002d9a1577d440a583265505ca87f964d3919caa69980aff0368f8e805c7');
INSERT INTO movement VALUES(2,55,X'0193a5b0007970008000000000000000',1795169700000,1795169700000,2,1,3,21274,'B12',8,NULL,NULL,X'e04156854953f86c704e3281210de10897d775a78f75428a79f2ae0ba0ef6556',NULL,NULL,'',X'57b87d4ea141d0566f67d6d3fc4cf98efe4e4c6529662a89c021b9af889f69a1');
INSERT INTO movement VALUES(2,56,X'0193a5b0008170008000000000000000',1795224600000,1795224600000,1,1,3,21274,'B21',48,NULL,NULL,NULL,NULL,NULL,'',X'f7517cb6ed4d5e85fede77075963246e446539b45b970dcd27d5e7246ced5b42');
INSERT INTO movement VALUES(2,57,X'0193a5b0008270008000000000000000',1795224600000,1795219200000,1,7,1,20969,'',12,NULL,NULL,NULL,NULL,NULL,'',X'f38a088bed437ec3443196436395cbd1a1bcfb89f10aeebd09872b7060ee219b');
INSERT INTO movement VALUES(2,58,X'0193a5b0008370008000000000000000',1795256100000,1795256100000,2,6,21,20864,'240311',9,NULL,NULL,X'18705a723e746564debe0e0e60dea1793762aaa6f64f331397b47014f2ea6e13',NULL,NULL,'',X'a127c4a00d103c10668433b18bab27b92d6a92e330a1cdf1bb71ce35a6887891');
INSERT INTO movement VALUES(2,59,X'0193a5b0008570008000000000000000',1795256100000,1795256100000,2,10,7,21091,'L-11',100,NULL,NULL,NULL,NULL,NULL,'',X'1ba2434f97b935f3d81c6de752310716489babd1a26341b3936fed49d17c891d');
INSERT INTO movement VALUES(2,60,X'0193a5b000857e86818385807bf7adf8',1795256100000,1795256100000,2,10,7,21091,'L-14',100,NULL,NULL,NULL,NULL,NULL,'',X'0b6d03aa438de5220a27900c81ecf0cf6cef52035d9980d05cb4586778a99173');
INSERT INTO movement VALUES(2,61,X'0193a5b0008579c8994f542f4e814be8',1795256100000,1795256100000,2,10,7,21091,'L-17',100,NULL,NULL,NULL,NULL,NULL,'',X'24bb6a3d2c8e4d67b050576451317dc30698a294d869ced20975a3a32f105f8e');
INSERT INTO movement VALUES(2,62,X'0193a5b000857f91aaf0a01b23a08c42',1795256100000,1795256100000,2,10,7,21091,'L-2',100,NULL,NULL,NULL,NULL,NULL,'',X'fd69f2961ffad4ce851b4246d2448948c1a1ec6dda2b26e9e8358ecc813fb435');
INSERT INTO movement VALUES(2,63,X'0193a5b00085781caed16a1f7f1a094e',1795256100000,1795256100000,2,10,7,21091,'L-20',100,NULL,NULL,NULL,NULL,NULL,'',X'79bc7ac4c3b04c79ef3451b7618b658334bcbbab0d1ce87d71098b4afb5d3ab9');
INSERT INTO movement VALUES(2,64,X'0193a5b00085777a829b992171bf66ac',1795256100000,1795256100000,2,10,7,21091,'L-5',100,NULL,NULL,NULL,NULL,NULL,'',X'1b35e4ef4c7ef714485511d97a9b57953ef8fc52e8688f55d4f2fa9d027bd06b');
INSERT INTO movement VALUES(2,65,X'0193a5b000857f6993b36c42c92dae7f',1795256100000,1795256100000,2,10,7,21091,'L-8',100,NULL,NULL,NULL,NULL,NULL,'',X'b12440a69d6528261e037f9f5686949528663f7d4a337cc9e292b042a4cf916a');
INSERT INTO movement VALUES(2,66,X'0193a5b0008670008000000000000000',1795256100000,1795256100000,1,11,80,2932896,'',3,NULL,NULL,NULL,NULL,NULL,'',X'e6f80b5be30179330e254e9814d95400996179cf5d4065a97166209bec80c7bc');
INSERT INTO movement VALUES(2,67,X'0193a5b0008770008000000000000000',1795258800000,1795258800000,1,2,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'7fbfec85c7b7b7ce865dc1dc9178f77ced63262ea67880cf67a70b44afe4f739');
INSERT INTO movement VALUES(2,68,X'0193a5b0008870008000000000000000',1795258800000,1795258800000,1,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'1e1c11a21a27b819b099cc6f04de1452c6701126a970b7f5048f151edb16fb73');
INSERT INTO movement VALUES(2,69,X'0193a5b0008970008000000000000000',1795262400000,1795262400000,2,2,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'0c1a2cd643e1cf1537d5dca381d8b51082c8e672f5abe48c8d29423cf588cd68');
INSERT INTO movement VALUES(2,70,X'0193a5b0009070008000000000000000',1795266000000,1795266000000,1,2,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'43e6316ce12454927a95af03a879bc5e55af4ac4536c8cda439366479838514f');
INSERT INTO movement VALUES(2,71,X'0193a5b0009170008000000000000000',1795266000000,1795266000000,1,2,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'129b253ea51c45a5194d8ba14bb3ec933fbf10f4d1bbb5c48ef58ba50287eb76');
INSERT INTO movement VALUES(2,72,X'0193a5b0009270008000000000000000',1795258800000,1795258800000,1,3,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'9010e78228dfa6adfd027b20f272b2eff90979487f128a4fb2a58adeb4143d52');
INSERT INTO movement VALUES(2,73,X'0193a5b0009370008000000000000000',1795258800000,1795258800000,1,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'b042cb96b34edb6c86870e585beb51b9409375b432f3670aef6e3725ff3824aa');
INSERT INTO movement VALUES(2,74,X'0193a5b0009470008000000000000000',1795262400000,1795262400000,2,3,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'f6a8c9c1f986234af7d75a4ce7cdfe9bcfce380ac4575762d103e61d0ac76673');
INSERT INTO movement VALUES(2,75,X'0193a5b0009570008000000000000000',1795266000000,1795266000000,1,3,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'ccc156393070a4d919dbff5b6525b3101498d83d917bead2bb38d987a71ee531');
INSERT INTO movement VALUES(2,76,X'0193a5b0009670008000000000000000',1795266000000,1795266000000,1,3,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'eccf07793fac40eef8ed163516406eff39248a0036fd4a7b59341d6adde898d3');
INSERT INTO movement VALUES(2,77,X'0193a5b0009770008000000000000000',1795258800000,1795258800000,1,4,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'577f08d874c941ddcdc006543b88183f1c65451b3a98429b5af985904fa7ff28');
INSERT INTO movement VALUES(2,78,X'0193a5b0009870008000000000000000',1795258800000,1795258800000,1,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'9ff7c9495d9ec70c105093abb4e10972b10524ee259ba7cfe5d8e8c04a3eec90');
INSERT INTO movement VALUES(2,79,X'0193a5b0009970008000000000000000',1795262400000,1795262400000,2,4,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'7429fadb42b787617a3afd8ab83643a459221ba45d991c71c36b04275add3feb');
INSERT INTO movement VALUES(2,80,X'0193a5b0010070008000000000000000',1795266000000,1795266000000,1,4,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'347220df0f658427196c51c0245d67154df3dda8b1c1fd1ad8c65b22d84b7b84');
INSERT INTO movement VALUES(2,81,X'0193a5b0010170008000000000000000',1795266000000,1795266000000,1,4,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'aa29b6666263173b7ee7d16b837973e62474e886642e871bfc7ccaa201c67994');
INSERT INTO movement VALUES(2,82,X'0193a5b0010270008000000000000000',1795258800000,1795258800000,1,5,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'36ee41f0bdcec0013247d499f1c3e51a9a3b81706d1749e2cc778e6f91d864e3');
INSERT INTO movement VALUES(2,83,X'0193a5b0010370008000000000000000',1795258800000,1795258800000,1,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'd2110adb95f36e3ad8b5fac36484e15b5b734068b6576cf197ec42530ef4f65a');
INSERT INTO movement VALUES(2,84,X'0193a5b0010470008000000000000000',1795262400000,1795262400000,2,5,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'2ac69caaf44e430d41e04605b8b4961b69cc11c538fe875f6bdf5259741f5899');
INSERT INTO movement VALUES(2,85,X'0193a5b0010570008000000000000000',1795266000000,1795266000000,1,5,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'05a10500b21ac5c9aa912640b46a3589abc6bfdfb76ee7af801f5bc00531ec21');
INSERT INTO movement VALUES(2,86,X'0193a5b0010670008000000000000000',1795266000000,1795266000000,1,5,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'fda49fab778d2a4470c0f74371db6fb169782d4c4fc370cfe445818a64e40cb9');
INSERT INTO movement VALUES(2,87,X'0193a5b0010770008000000000000000',1795258800000,1795258800000,1,7,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'd50dc771dca0d775442299d1df31d7f4f0a6b74433f71b17f156d0f1942d7161');
INSERT INTO movement VALUES(2,88,X'0193a5b0010870008000000000000000',1795258800000,1795258800000,1,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'1ce74f511376e545e3a5acc383b74374d8de6a69582cacbbad56b39737daec9d');
INSERT INTO movement VALUES(2,89,X'0193a5b0010970008000000000000000',1795262400000,1795262400000,2,7,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'84f9b23b861d1c87a3bd06aaf47824578fe7b27f6230c4a7d5a8d79a65f52e00');
INSERT INTO movement VALUES(2,90,X'0193a5b0011070008000000000000000',1795266000000,1795266000000,1,7,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'f5d91f692431b9bf95abc839aee5a9c2f7b00d557aece93fc18d2eb032331399');
INSERT INTO movement VALUES(2,91,X'0193a5b0011170008000000000000000',1795266000000,1795266000000,1,7,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'14fa067bbc6550a592bd865d22d925e742ff190df6b0320fbf87ada95ea444c3');
INSERT INTO movement VALUES(2,92,X'0193a5b0011270008000000000000000',1795258800000,1795258800000,1,8,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'3c5c7c99f50df6570b2fc1b8f9703cf47b6b1cea88386b4a398eacdb2a40487d');
INSERT INTO movement VALUES(2,93,X'0193a5b0011370008000000000000000',1795258800000,1795258800000,1,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'98c102abd7c5a1622f8c0e84f6691d1af65cf979e4329e318f748712c1471bb4');
INSERT INTO movement VALUES(2,94,X'0193a5b0011470008000000000000000',1795262400000,1795262400000,2,8,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'a926520ac6f03bf985d91a1dcae46dbb8799d186970cf06d9337706c80a3b648');
INSERT INTO movement VALUES(2,95,X'0193a5b0011570008000000000000000',1795266000000,1795266000000,1,8,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'38b222b45411dc7e2b3f2502cbe3e7f959ffad596df6eca3a4591b57d1a30c13');
INSERT INTO movement VALUES(2,96,X'0193a5b0011670008000000000000000',1795266000000,1795266000000,1,8,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'd02d0e0d4cd5d763893c91fdc013beb3b0754f496f01347049c6d7e3265b1114');
INSERT INTO movement VALUES(2,97,X'0193a5b0011770008000000000000000',1795258800000,1795258800000,1,9,24,20877,'250101',40,NULL,NULL,NULL,NULL,NULL,'',X'65a941b2a9e4c48308112e64e9a7c25840d944633a9c4cc11f28792b55d72117');
INSERT INTO movement VALUES(2,98,X'0193a5b0011870008000000000000000',1795258800000,1795258800000,1,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'cf981bd96dfad88d0e39ccb1c258d3c0ab80bbe0a00ba1e9259830e962d5702d');
INSERT INTO movement VALUES(2,99,X'0193a5b0011970008000000000000000',1795262400000,1795262400000,2,9,20,20908,'',24,NULL,NULL,NULL,NULL,NULL,'',X'cf0de4194ea5dfc0cb890a170de42b32d60cd0eefb55bea0571baab6fcf2afd4');
INSERT INTO movement VALUES(2,100,X'0193a5b0012070008000000000000000',1795266000000,1795266000000,1,9,28,20938,'一批',10,NULL,NULL,NULL,NULL,NULL,'',X'966a4f9fed954427d2a677c07468b02a68b86323b5a56543f0103918339779bd');
INSERT INTO movement VALUES(2,101,X'0193a5b0012170008000000000000000',1795266000000,1795266000000,1,9,20,21274,'',48,NULL,NULL,NULL,NULL,NULL,'',X'd2d9b23ee3d97139121156ca81a9162407ea3925fa82bb58cc17e2943ae1c849');
INSERT INTO movement VALUES(2,102,X'01a1fe313480733fb9ad2177d4561130',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'16495f67d90808008e2551c6861da577810d20b27177f3eeab0feebfc7f08f58');
INSERT INTO movement VALUES(2,103,X'01a1fe3134807a548055d9460d9b9920',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'2ae76aa97574d1df2eb4c45fee7ddebbd7eb06b0dc3b0d9a116da59a38cdafd0');
INSERT INTO movement VALUES(2,104,X'01a1fe313480728b8333efce846fe392',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000003',NULL,NULL,NULL,'',X'7a432e24698677ec7a9fd64a6d0abb057e7ac153205633049a26315c2a036516');
INSERT INTO movement VALUES(2,105,X'01a1fe3134807be19cfb47b4ba317238',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000004',NULL,NULL,NULL,'',X'6cdfa4b04bbbc19b4c30ae7a6988ca983eb312aea3155cf4f27668ee35ad73c6');
INSERT INTO movement VALUES(2,106,X'01a1fe31348077758d2727083a2701ed',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000005',NULL,NULL,NULL,'',X'9417cc6157bccb85d70bcb1a331c3d8a526cf1b9b5a833dfffb4c94967065344');
INSERT INTO movement VALUES(2,107,X'01a1fe3134807db29a2e8ac48e825071',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000006',NULL,NULL,NULL,'',X'e420f46b64eb25e38f0abe81eb6d6700746bdf8423f8ad34995685334dc33b3a');
INSERT INTO movement VALUES(2,108,X'01a1fe3134807b01b2b6652caad6aa44',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000007',NULL,NULL,NULL,'',X'a10f4a14f3eae9db98472be50925571d118c27c1415681e4fd5499e728829448');
INSERT INTO movement VALUES(2,109,X'01a1fe3134807453943aaf2113dac83b',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000008',NULL,NULL,NULL,'',X'ad1ee3bdb4c7c3ce5ed509aca0fac92825f21618b1cda35b5beac2b0d9595635');
INSERT INTO movement VALUES(2,110,X'01a1fe3134807f5cbfc521c5714ad6ae',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000009',NULL,NULL,NULL,'',X'3c66050092eb28f69171795ddc3dcf2f42a11ff17b645bee32ae52d9f754ab14');
INSERT INTO movement VALUES(2,111,X'01a1fe3134807171869024cd526c60a0',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000010',NULL,NULL,NULL,'',X'03774a6b1e67670fc4fc2052c3cae228d480caf9d292e177329278ba3b26b8de');
INSERT INTO movement VALUES(2,112,X'01a1fe3134807611ac78360d61677b10',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000011',NULL,NULL,NULL,'',X'745c6053923c03d224169bff2f7c4b031a19979e37f9ed16c1506ac7ff7d82f6');
INSERT INTO movement VALUES(2,113,X'01a1fe313480712db1b0cdccaf7a7fe8',1795266000000,1795266000000,1,1,2,21214,'250622',18,NULL,'81234560000000000012',NULL,NULL,NULL,'',X'3d909b2ce20dd6e4a8112c6c84a3700d219c059c41b84e54020b042e02a05580');
INSERT INTO movement VALUES(2,114,X'01a1fe313480772c8af0fdc02e0aae23',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000001',NULL,NULL,NULL,'',X'a5a7218b29f4b9675005148bb520dcef3722725323ded1e219fceb307a4a3b2d');
INSERT INTO movement VALUES(2,115,X'01a1fe313480773282859fda1b751fce',1795266000000,1795266000000,2,1,2,21214,'250622',18,NULL,'81234560000000000002',NULL,NULL,NULL,'',X'4d19dd163dfa3d87ac3639d39350fa7dcc50342a05a7d24b6f8588fe9d8d8696');
INSERT INTO movement VALUES(2,116,X'0193a5b0013470008000000000000000',1795312800000,1795312800000,9,6,21,20864,'240311',27,1,NULL,NULL,NULL,NULL,'the wrong box',X'be6d0579d7e3e72c842dd98ea530e33ab2e03f168742a4ce898d2c17d1a80162');
INSERT INTO movement VALUES(2,117,X'0193a5b0013570008000000000000000',1795312800000,1795312800000,8,6,21,20864,'240311',9,3,NULL,NULL,NULL,NULL,'',X'8e427e5763e5c50f4f1fed7ffc520baece2cece140ed9b98e7f40547b47e77a4');
INSERT INTO movement VALUES(2,118,X'0193a5b0013670008000000000000000',1795312800000,1795312800000,7,6,21,20864,'240311',2,NULL,NULL,NULL,NULL,NULL,'受潮',X'1650c33c098d8a45efd53bb5ccecf6c6b84efa1c1c2069a4780841c14dfe4547');
INSERT INTO movement VALUES(2,119,X'0193a5b0013770008000000000000000',1795312800000,1795312800000,6,7,1,20969,'',57,NULL,NULL,NULL,NULL,NULL,'',X'66ca55bbf62eaac76067c49ce386452793ed94afecbf39df278dd19caa8a508d');
INSERT INTO movement VALUES(2,120,X'0193a5b0013870008000000000000000',1795312800000,1795312800000,5,11,80,2932896,'',1,NULL,NULL,NULL,NULL,NULL,'',X'e2deff4c9e65b29e69655beccbc52f2af66fcf286833333b063fd2036534bbd7');
INSERT INTO movement VALUES(2,121,X'01a20621ad0079cda08920a5cea5f8f5',1795399200000,1795399200000,7,1,3,21274,'B3',32,NULL,NULL,NULL,NULL,NULL,'recalled',X'6d18ade776ebabbc04e1d55d7ee268e5f8f76caf46c1dbe4773a80e5438a8655');
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
    reason      TEXT NOT NULL DEFAULT '', expiry INTEGER NOT NULL DEFAULT 0, lot TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, from_box) REFERENCES box,
    FOREIGN KEY (tenant, to_box) REFERENCES box,
    CHECK (from_box <> to_box)
) STRICT, WITHOUT ROWID;
INSERT INTO transfer VALUES(2,1,2,3,1,10,'accepted',1793491200000,1793491200001,1,'short',0,'');
INSERT INTO transfer VALUES(2,2,3,4,2,20,'carried',1793491200000,1793491200002,2,'short',0,'');
INSERT INTO transfer VALUES(2,3,4,5,3,30,'done',1793491200000,1793491200003,3,'short',0,'');
INSERT INTO transfer VALUES(2,4,5,6,4,40,'cancelled',1793491200000,1793491200004,4,'short',0,'');
INSERT INTO transfer VALUES(2,5,6,7,5,50,'proposed',1793491200000,1793491200005,5,'short',0,'');
INSERT INTO transfer VALUES(2,6,7,8,6,60,'accepted',1793491200000,1793491200006,6,'short',0,'');
INSERT INTO transfer VALUES(2,7,8,9,7,70,'carried',1793491200000,1793491200007,7,'short',0,'');
INSERT INTO transfer VALUES(2,8,9,10,8,80,'done',1793491200000,1793491200008,8,'short',0,'');
INSERT INTO transfer VALUES(2,9,10,11,9,90,'cancelled',1793491200000,1793491200009,9,'short',0,'');
INSERT INTO transfer VALUES(2,10,1,2,10,100,'proposed',1793491200000,1793491200010,10,'short',0,'');
INSERT INTO transfer VALUES(2,11,2,3,11,110,'accepted',1793491200000,1793491200011,11,'short',0,'');
INSERT INTO transfer VALUES(2,12,3,4,12,120,'carried',1793491200000,1793491200012,12,'short',0,'');
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
COMMIT;
