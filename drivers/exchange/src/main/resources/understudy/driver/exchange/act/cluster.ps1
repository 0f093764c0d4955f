$exit = 0
$said = ''
foreach ($line in $v['commands'].Split([char]10)) {
  if ($exit -eq 0) {
    $words = $line.Split([char]9)
    $said = & cluster.exe $words
    $exit = $LASTEXITCODE
  }
}
Say 'code' $exit
Say 'said' ([string]::Join(' ', @($said)))
