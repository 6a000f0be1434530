package io.hotfleet.licensing.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact fraction, as a day's share of a month's price needs it.
record Rational(BigInteger numerator, BigInteger denominator) {
    static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    private static final int DECIMALS = 2;

    static Rational of(BigDecimal amount, long divisor) {
        BigDecimal scaled = amount.max(BigDecimal.ZERO).stripTrailingZeros();
        int scale = Math.max(0, scaled.scale());
        return new Rational(
                scaled.movePointRight(scale).toBigIntegerExact(),
                BigInteger.TEN.pow(scale).multiply(BigInteger.valueOf(divisor)));
    }

    Rational plus(Rational other) {
        BigInteger top = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
        BigInteger bottom = denominator.multiply(other.denominator);
        BigInteger common = top.gcd(bottom);
        return new Rational(top.divide(common), bottom.divide(common));
    }

    /// Rounded half up to two decimals: once, when it is shown.
    String shown() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
