package kaigo.insured.load;

import kaigo.layout.Sequel;
import kaigo.layout.Target;

/** 利用者一覧の方に関する変化: whoever stands in an office's list and of whom a record came ({@code insured.ListedChanges}). */
public final class ListedSequel {

    private ListedSequel() {}

    /** @param target whose records are about a person */
    public static Sequel of(Target target) {
        return new Sequel(target.table(), """
                insert into insured.listed_change (insurer_number, insured_number)
                select distinct v.insurer_number, v.insured_number from insured.viewing v
                where v.insurer_number = :insurer and v.insured_number = any(:persons) and v.ended_at is null""");
    }
}
