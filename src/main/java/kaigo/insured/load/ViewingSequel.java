package kaigo.insured.load;

import kaigo.layout.Sequel;

/**
 * 閲覧有効期限の延長: accepted claims of an office, or of the one that it works for, move its end on (rulings 29). It is
 * computed anew from all claims that stand, so that one which is sent back later counts no more. A month to come counts for nothing. How many months follow, {@code
 * access.rules.Amount} says, as for {@code insured.ViewingPeriod}.
 */
public final class ViewingSequel {

    public static final Sequel SEQUEL = new Sequel(ServiceUseTarget.TARGET.table(), """
            with claimed as (
                select u.insured_number, o.office_number, max(to_date(u.service_month, 'YYYYMM')) as month
                from insured.service_use_shown u
                cross join lateral (values (u.claiming_office), (u.subcontracted_office)) o (office_number)
                where u.insurer_number = :insurer and u.insured_number = any(:persons) and u.review_result = '1'
                    and u.service_month <= to_char(:at at time zone 'Asia/Tokyo', 'YYYYMM')
                group by 1, 2),
            due as (
                select v.insurer_number, v.insured_number, v.office_number, c.month,
                    (greatest(
                        date_trunc('month', v.verified_at at time zone 'Asia/Tokyo')
                            + make_interval(months => 1 + :VIEWING_MONTHS_AFTER_CHECK),
                        c.month + make_interval(months => 1 + :VIEWING_MONTHS_AFTER_CLAIM)) - interval '1 day')::date as until
                from insured.viewing v
                left join claimed c on c.insured_number = v.insured_number and c.office_number = v.office_number
                where v.insurer_number = :insurer and v.insured_number = any(:persons) and v.ended_at is null)
            update insured.viewing v set viewable_until = d.until, claimed_month = d.month from due d
            where v.insurer_number = d.insurer_number and v.insured_number = d.insured_number
                and v.office_number = d.office_number
                and (v.viewable_until, v.claimed_month) is distinct from (d.until, d.month)""");

    private ViewingSequel() {}
}
