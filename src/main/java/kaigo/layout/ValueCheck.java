package kaigo.layout;

import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.LocalGovernmentCode;
import kaigo.shared.MyNumber;
import kaigo.shared.OfficeNumber;

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
    };

    private final String label;

    ValueCheck(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The insurer gives insured numbers as it likes: their form is checked, there is no check digit. */
    ErrorId failure() {
        return this == insuredNumber ? ErrorId.E3003 : ErrorId.E3008;
    }

    String parameter() {
        return failure() == ErrorId.E3003 ? Detail.INSURED_NUMBER.parameter() : label;
    }

    abstract boolean passes(String value);
}
