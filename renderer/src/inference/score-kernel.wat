;; Scores of candidates: dot(query, vector) + bias, in plain 128-bit SIMD over vectors of 16-bit integers. The host lays
;; the memory out, see score-kernel-wasm.ts; after an edit: npm run score-kernel.
;;
;; Integers halve what is read and what is computed: eight products and their pairwise sums are one instruction. (Relaxed
;; SIMD's 8-bit products would halve it again, but answer differently on another processor.) Two rows at a time share each
;; load of a query. More of them at once are slower, not faster: there are 16 registers, and the processor's prefetcher
;; loses track of many streams.
(module
  (import "host" "memory" (memory 1))

  ;; Three queries at once, so that one pass over the vectors serves a model of three heads.
  ;; All arguments but the query scales are bytes: addresses, or distances between neighbours. The list of rows, int32
  ;; [count], ends at $rowsEnd; count is even. Vectors int16 [.., D], their scales float32 [..], biases float32
  ;; [.., heads]. Queries: int16 [D / 8, 3, 8], so that one address walks them all. Out: float64 [3, ..].
  (func (export "scoreThree")
    (param $vectors i32) (param $vectorStride i32) (param $scales i32) (param $biases i32) (param $biasStride i32)
    (param $query i32) (param $scale0 f32) (param $scale1 f32) (param $scale2 f32)
    (param $rows i32) (param $rowsEnd i32) (param $out i32) (param $outStride i32)
    (local $row0 i32) (local $row1 i32) (local $left i32) (local $right i32) (local $at i32) (local $end i32)
    (local $a v128) (local $b v128) (local $q v128) (local $both v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $b0 v128) (local $b1 v128) (local $b2 v128)
    (local.set $end (i32.add (local.get $query) (i32.mul (local.get $vectorStride) (i32.const 3))))
    (block $done
      (loop $pairs
        (br_if $done (i32.ge_u (local.get $rows) (local.get $rowsEnd)))
        (local.set $row0 (i32.load (local.get $rows)))
        (local.set $row1 (i32.load offset=4 (local.get $rows)))
        (local.set $left (i32.add (local.get $vectors) (i32.mul (local.get $row0) (local.get $vectorStride))))
        (local.set $right (i32.add (local.get $vectors) (i32.mul (local.get $row1) (local.get $vectorStride))))
        (local.set $a0 (v128.const i32x4 0 0 0 0)) (local.set $b0 (v128.const i32x4 0 0 0 0))
        (local.set $a1 (v128.const i32x4 0 0 0 0)) (local.set $b1 (v128.const i32x4 0 0 0 0))
        (local.set $a2 (v128.const i32x4 0 0 0 0)) (local.set $b2 (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $query))
        (loop $dimensions
          (local.set $a (v128.load (local.get $left)))
          (local.set $b (v128.load (local.get $right)))
          (local.set $q (v128.load (local.get $at)))
          (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $a) (local.get $q))))
          (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $b) (local.get $q))))
          (local.set $q (v128.load offset=16 (local.get $at)))
          (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $a) (local.get $q))))
          (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $b) (local.get $q))))
          (local.set $q (v128.load offset=32 (local.get $at)))
          (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $a) (local.get $q))))
          (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $b) (local.get $q))))
          (local.set $left (i32.add (local.get $left) (i32.const 16)))
          (local.set $right (i32.add (local.get $right) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 48)))
          (br_if $dimensions (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $both (v128.load32_lane 1
          (i32.add (local.get $scales) (i32.shl (local.get $row1) (i32.const 2)))
          (v128.load32_zero (i32.add (local.get $scales) (i32.shl (local.get $row0) (i32.const 2))))))
        (local.set $left (i32.add (local.get $biases) (i32.mul (local.get $row0) (local.get $biasStride))))
        (local.set $right (i32.add (local.get $biases) (i32.mul (local.get $row1) (local.get $biasStride))))
        (v128.store (local.get $out) (call $scores (local.get $a0) (local.get $b0)
          (f32x4.mul (local.get $both) (f32x4.splat (local.get $scale0)))
          (v128.load32_lane 1 (local.get $right) (v128.load32_zero (local.get $left)))))
        (v128.store (i32.add (local.get $out) (local.get $outStride)) (call $scores (local.get $a1) (local.get $b1)
          (f32x4.mul (local.get $both) (f32x4.splat (local.get $scale1)))
          (v128.load32_lane offset=4 1 (local.get $right) (v128.load32_zero offset=4 (local.get $left)))))
        (v128.store (i32.add (local.get $out) (i32.shl (local.get $outStride) (i32.const 1))) (call $scores (local.get $a2) (local.get $b2)
          (f32x4.mul (local.get $both) (f32x4.splat (local.get $scale2)))
          (v128.load32_lane offset=8 1 (local.get $right) (v128.load32_zero offset=8 (local.get $left)))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 8)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $pairs))))

  ;; float64 [2]: the sum of $a's four lanes and of $b's, each times its scale plus its bias (the first two lanes of
  ;; $scale and of $bias).
  (func $scores (param $a v128) (param $b v128) (param $scale v128) (param $bias v128) (result v128)
    (local $halves v128)
    (local.set $halves (i32x4.add ;; a0+a2, a1+a3, b0+b2, b1+b3
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $b))))
    (f64x2.promote_low_f32x4 (f32x4.add (local.get $bias) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (i32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 (local.get $halves) (local.get $halves))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15 (local.get $halves) (local.get $halves))))))))
)
