-- 氏名の検索と並び: what the list of an institution is searched and sorted by. Folded as kaigo.shared.Kana.fold folds what
-- is typed: small kana as large, no blanks, one width. What is stored is never changed.
create view insured.search_names as
    select insurer_number, insured_number,
        translate(name_kana, 'ァィゥェォッャュョヮヵヶ　 ', 'アイウエオツヤユヨワカケ') as kana,
        upper(normalize(translate(name, '　 ', ''), nfkc)) as name
    from insured.person
    where deleted_at is null;
grant select on insured.search_names to ${application};
