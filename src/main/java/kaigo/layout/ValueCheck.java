package kaigo.layout;

import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.LocalGovernmentCode;
import kaigo.shared.MyNumber;
import kaigo.shared.OfficeNumber;
import kaigo.shared.YyyyMmDd;

/** 検査数字・番号の形: the checks that a layout file can name for an item. */
public enum ValueCheck {
    insurerNumber("保険者番号の検査数字") {
        @Override
        boolean passes(String value) {
            return InsurerNumber.hasCheckDigit(value);
        }
    },
    insuredNumber("数字10桁、または H と数字9桁") {
        @Override
        boolean passes(String value) {
            return InsuredNumber.hasForm(value);
        }
    },
    myNumber("マイナンバーの検査数字") {
        @Override
        boolean passes(String value) {
            return MyNumber.hasCheckDigit(value);
        }
    },
    officeNumber("事業所番号の検査数字") {
        @Override
        boolean passes(String value) {
            return OfficeNumber.hasCheckDigit(value);
        }
    },
    localGovernmentCode("全国地方公共団体コードの検査数字") {
        @Override
        boolean passes(String value) {
            return LocalGovernmentCode.hasCheckDigit(value);
        }
    },
    yearMonth("年月 yyyyMM") {
        @Override
        boolean passes(String value) {
            return YyyyMmDd.isDate(value + "01");
        }
    },
    /** A number of somebody who acts, where a マイナンバー could be sent by mistake. */
    staffNumber("数字12桁でないこと") {
        @Override
        boolean passes(String value) {
            return !MyNumber.hasForm(value);
        }
    };

    private final String label;

    ValueCheck(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Only some numbers have a check digit; of the others the form is checked. */
    public ErrorId failure() {
        return switch (this) {
            case insuredNumber, staffNumber -> ErrorId.E3003;
            case yearMonth -> ErrorId.E3005;
            case insurerNumber, myNumber, officeNumber, localGovernmentCode -> ErrorId.E3008;
        };
    }

    String parameter() {
        return switch (this) {
            case insuredNumber -> Detail.INSURED_NUMBER.parameter();
            case staffNumber -> Detail.MANY_DIGITS.parameter();
            case yearMonth -> Detail.YEAR_MONTH.parameter();
            case insurerNumber, myNumber, officeNumber, localGovernmentCode -> label;
        };
    }

    abstract boolean passes(String value);
}
